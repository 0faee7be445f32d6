"""The smallest PDF that holds given lines, so that tests need no program to make one."""


def pdf(pages, *, title="", size=11, left=72, leading=14):
    """Pages of lines; a line is its text, or (x, y, text); an empty one leaves a gap."""
    contents = [_content(lines, size, left, leading) for lines in pages]
    numbers = [4 + 2 * index for index in range(len(contents))]
    kids = " ".join(f"{number} 0 R" for number in numbers)
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, content in zip(numbers, contents, strict=True):
        fonts = "/Resources << /Font << /F1 3 0 R >> >>"
        objects += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {number + 1} 0 R {fonts} >>",
            f"<< /Length {len(content.encode('cp1252'))} >>\nstream\n{content}\nendstream",
        ]
    objects.append(f"<< /Title ({title}) /Author (Mara Lind) /CreationDate (D:20260304080000Z) >>")
    return _written(objects)


def _content(lines, size, left, leading):
    shown, height = [], 780
    for line in lines:
        x, y, text = line if isinstance(line, tuple) else (left, height, line)
        escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        if text:
            shown.append(f"BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm ({escaped}) Tj ET")
        height -= leading
    return "\n".join(shown)


def _written(objects):
    data, places = b"%PDF-1.4\n", []
    for number, held in enumerate(objects, start=1):
        places.append(len(data))
        data += f"{number} 0 obj\n{held}\nendobj\n".encode("cp1252")
    start = len(data)
    rows = "".join(f"{place:010} 00000 n \n" for place in places)
    count = len(objects) + 1
    return (
        data
        + (
            f"xref\n0 {count}\n0000000000 65535 f \n{rows}trailer\n<< /Size {count} /Root 1 0 R /Info {count - 1} 0 R >>\n"
            f"startxref\n{start}\n%%EOF\n"
        ).encode()
    )


def pdf_of_nested_forms(*, depth, times, innermost="", page_text="", marker=""):
    """A page that draws a form `times` times, which draws another so often, and so on `depth` times."""

    def resources(number):
        return f"/Resources << /Font << /F1 3 0 R >> /XObject << /X {number} 0 R >> >>"

    def stream(content, entries=""):
        return f"<< {entries} /Length {len(content)} >>\nstream\n{content}\nendstream"

    drawing = "/X Do\n" * times
    contents = [*[drawing] * (depth - 1), marker or _content([(72, 400, innermost)], 11, 72, 14)]
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [4 0 R] /Count 1 >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R {resources(6)} >>",
        stream(_content([page_text], 11, 72, 14) + "\n" + drawing),
        *(
            stream(content, f"/Type /XObject /Subtype /Form /BBox [0 0 595 842] {resources(7 + level)}")
            for level, content in enumerate(contents)
        ),
        "<< /Title () >>",
    ]
    return _written(objects)
