"""The decision table a second time, in plain Python, to check the guidance packs and the engine against.

Nothing here imports bot: what it says comes from the table alone, in two-valued logic over complete facts.
"""
