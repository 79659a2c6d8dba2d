"""A hook of MkDocs: the site has the project's own fonts, and loads none from elsewhere."""

import shutil
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

FONTS = Path(__file__).parents[2] / "resources" / "fonts"


def on_post_build(config: MkDocsConfig) -> None:
    """Copy the fonts and their licences beside the pages."""
    shutil.copytree(FONTS, Path(config.site_dir) / "fonts", dirs_exist_ok=True)
