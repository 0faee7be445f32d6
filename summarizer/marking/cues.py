"""Words that say that somebody speaks, by language; another language is another entry."""

from summarizer.marking.wordlists import words

_CUES = {
    "en": words(
        """
        acknowledge acknowledged acknowledges add added adds admit admits admitted advise advised
        advises agree agreed agrees allege alleged alleges announce announced announces answer
        answered answers argue argued argues ask asked asking asks assert asserted asserts begged
        boast boasted boasts cautioned cautions chanted claimed claims commented comments complain
        complained complains concede conceded concedes conclude concluded concludes confirm
        confirmed confirms contend contended contends continue continued continues counter countered
        counters cried cries declare declared declares demanded denied denies deny emphasise
        emphasised emphasises emphasize emphasized emphasizes exclaim exclaimed exclaims explain
        explained explains gushed hissed insist insisted insists joked jokes lamented maintain
        maintained maintains mention mentioned mentions murmured mused muttered noted notes observe
        observed observes opine opined opines pleaded posted posts predicted proclaim proclaimed
        proclaims promised promises pronounce pronounced pronounces quip quipped quips read reads
        recall recalled recalls reiterate reiterated reiterates remark remarked remarks replied
        replies reply reported reports respond responded responds retort retorted retorts said say
        saying says shout shouted shouts snapped speaks spoke stated states stressed stresses
        suggest suggested suggests tell telling tells testified testifies testify told tweet tweeted
        tweets urge urged urges vow vowed vows warn warned warns whisper whispered whispers wonder
        wondered wonders write writes writing wrote yell yelled yells
        """
    ),
    "de": words(
        """
        antwortet antwortete betont betonte ergänzt ergänzte erklärt erklärte erklärten fordert
        forderte fragt fragte fügte gesagt heißt hieß kritisiert kritisierte meint meinte sagt sagte
        sagten schreibt schrieb schrieben teilte warnt warnte
        """
    ),
    "es": words(
        """
        advirtió afirma afirmó agrega agregó asegura aseguró añade añadió declara declaró dice
        dijeron dijo escribió explica explicó insistió manifestó preguntó respondió señala señaló
        sostuvo subrayó
        """
    ),
    "fr": words(
        """
        affirme affirmé ajoute ajouté assure assuré confie confié demande demandé disait dit
        déclarait déclare déclaré estime estimé explique expliqué indique indiqué lance lancé
        précise précisé répond répondu souligne souligné écrit
        """
    ),
}


def speech_cues(language: str | None) -> frozenset[str]:
    """The cue words, lower case, of `language` (a code such as `en-GB`); English ones if none are known."""
    return _CUES.get(main_language(language), _CUES["en"])


def main_language(language: str | None) -> str:
    """`en` of `en-GB` or `en_US`; English where the language is not known."""
    return (language or "en").replace("_", "-").split("-", 1)[0].lower()
