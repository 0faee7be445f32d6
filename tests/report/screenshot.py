"""Take the picture of a report for the README: the sample article, an item pointed at.

PYTHONPATH=tests/report python -m screenshot PICTURE
"""

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import ViewportSize, sync_playwright
from report_fixtures import CHROMIUM, cairo_page

SIZE = ViewportSize(width=1280, height=1600)


def main():
    html = cairo_page("summary@4")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        file = Path(folder) / "report.html"
        file.write_text(html, encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page(viewport=SIZE, reduced_motion="reduce", color_scheme="light")
        page.goto(file.as_uri())
        page.hover("#o4")
        page.screenshot(path=sys.argv[1])
        browser.close()


if __name__ == "__main__":
    main()
