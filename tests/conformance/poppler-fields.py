"""Fills every form field of a PDF with Poppler, saves it, reads the copy back, and prints both as JSON.

Called with the path of a PDF and the path of the copy. Text fields get a word made of their number,
the first one of several lines an answer of 2,000 letters, boxes are ticked, and of each radio group the
last button is chosen.
"""
import json
import pathlib
import sys

import gi

gi.require_version("Poppler", "0.18")
from gi.repository import Poppler  # noqa: E402


def fields(document):
    for number in range(document.get_n_pages()):
        for mapping in document.get_page(number).get_form_field_mapping():
            yield mapping.field


def state(field):
    if field.get_field_type() == Poppler.FormFieldType.TEXT:
        return field.text_get_text() or ""
    return field.button_get_state()


def open_pdf(path):
    return Poppler.Document.new_from_file(pathlib.Path(path).resolve().as_uri(), None)


LONG_ANSWER = " ".join(f"night{number}" for number in range(400))[:2000]


def has_lines(field):
    return field.text_get_text_type() == Poppler.FormTextType.MULTILINE


def fill(document):
    wanted = []
    is_long = False
    for number, field in enumerate(fields(document)):
        if field.get_field_type() == Poppler.FormFieldType.TEXT:
            answer = f"answer {number}"
            if has_lines(field) and not is_long:
                answer, is_long = LONG_ANSWER, True
            field.text_set_text(answer)
        else:
            field.button_set_state(True)
    for field in fields(document):
        wanted.append({"name": field.get_name(), "label": field.get_alternate_ui_name(), "state": state(field)})
    return wanted


source, copy = sys.argv[1:3]
document = open_pdf(source)
wanted = fill(document)
document.save(pathlib.Path(copy).resolve().as_uri())
found = [state(field) for field in fields(open_pdf(copy))]
print(json.dumps({"wanted": wanted, "found": found}))
