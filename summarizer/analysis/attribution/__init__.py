"""Attribution: who says what in an article, as far as its wording tells.

`attribute(marked)` reads it off the words around names, verbs and quotation marks; no model is asked. `hints`
puts it before a model, so that only what the wording leaves open has to be answered.
"""

from summarizer.analysis.attribution.attribution import Attributed, attribute
from summarizer.analysis.attribution.figures import FigureFacts
from summarizer.analysis.attribution.parties import NamedParty
from summarizer.analysis.attribution.reports import Report
from summarizer.analysis.attribution.sources import Source
from summarizer.analysis.attribution.speakers import Speaker

__all__ = ["Attributed", "FigureFacts", "NamedParty", "Report", "Source", "Speaker", "attribute"]
