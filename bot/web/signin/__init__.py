"""Signing in: the pages, the cookies, and what guards every page and form of a lead."""
