"""What a reader of a report sees: which words are lit, what is in view, and faults of accessibility."""

from axe_playwright_python.sync_playwright import Axe

MARKED = """(item) => [...document.querySelectorAll(`.text [data-items~="${item}"]`)].map((e) => e.textContent).join("")"""


# The page's policy forbids Playwright's own waiting, which evaluates text again and again.
UNTIL = """async ([seconds, given]) => {
    const end = performance.now() + 1000 * seconds;
    while (!(%s)(given)) {
        if (performance.now() > end) return false;
        await new Promise(requestAnimationFrame);
    }
    return true;
}"""


def becomes(page, condition, given=None, seconds=10):
    """Whether `condition`, a function of JavaScript, comes true of what is `given` within some seconds."""
    return page.evaluate(UNTIL % condition, [seconds, given])


LIT = """([words, items]) => {
    const all = (selector, what) => [...document.querySelectorAll(selector)].map(what);
    return (words === null || all(".text .on", (one) => one.textContent).join("") === words)
        && all(".item.on", (one) => one.id).join(" ") === items;
}"""


def expect_lit(page, *items, words=None):
    """Waits until exactly these cards are shown as pointed at, and the article's `words` with them."""
    assert becomes(page, LIT, [words, " ".join(items)]), page.eval_on_selector_all(
        ".on", "all => all.map((one) => one.outerHTML)"
    )


IN_VIEW = """(selector) => {
    const element = document.querySelector(selector);
    const box = element.getBoundingClientRect();
    const pane = element.closest(".pane").getBoundingClientRect();
    return box.top >= Math.max(0, pane.top) - 1 && box.bottom <= Math.min(innerHeight, pane.bottom) + 1;
}"""


def expect_in_view(page, selector):
    """Waits until the element is within the window and within its pane."""
    assert becomes(page, IN_VIEW, selector), selector


def faults(page, **options):
    """What axe-core finds that is more than minor."""
    found = Axe().run(page, options={"resultTypes": ["violations"], **options}).response["violations"]
    return [
        (one["id"], one["nodes"][0]["html"])
        for one in found
        if one["impact"] in {"moderate", "serious", "critical"}
    ]
