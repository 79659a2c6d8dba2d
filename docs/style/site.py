"""Hooks of MkDocs: the site has the project's own fonts, and can be made dark or light."""

import shutil
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

FONTS = Path(__file__).parents[2] / "resources" / "fonts"
SHEETS = '<style id="hljs-light"></style><style id="hljs-dark"></style>'
"""The theme's switch between dark and light stops where it finds no sheets for coloured code."""


def on_post_page(output: str, **_: object) -> str:
    """Give a page what the theme's switch looks for."""
    return output.replace("</head>", f"{SHEETS}</head>", 1)


def on_post_template(output_content: str, **_: object) -> str:
    """Give it to the page for what isn't there, too."""
    return on_post_page(output_content)


def on_post_build(config: MkDocsConfig) -> None:
    """Copy the fonts and their licences beside the pages."""
    shutil.copytree(FONTS, Path(config.site_dir) / "fonts", dirs_exist_ok=True)
