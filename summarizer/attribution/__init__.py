"""Attribution: who says what in an article, as far as its wording tells.

`attribute(marked)` reads it off the words around names, verbs and quotation marks; no model is asked. `hints`
puts it before a model, so that only what the wording leaves open has to be answered.
"""

from summarizer.attribution.attribution import Attributed, attribute
from summarizer.attribution.figures import FigureFacts
from summarizer.attribution.parties import NamedParty
from summarizer.attribution.reports import Report
from summarizer.attribution.sources import Source
from summarizer.attribution.speakers import Speaker

__all__ = ["Attributed", "FigureFacts", "NamedParty", "Report", "Source", "Speaker", "attribute"]
