"""The app package that an administrator uploads to Teams: a manifest and two icons in a zip file.

`MicrosoftTeams.schema.json` is Microsoft's schema of the manifest, version 1.21, as the npm package
@microsoft/app-manifest 1.1.2 brings it (MIT licence). 1.21 is old enough for every tenant's admin centre.
"""
