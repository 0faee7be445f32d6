"""Knows when to stop asking: what went wrong in a row, over all questions to one endpoint."""

import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from summarizer.errors import EndpointDown, EveryRequestRefused, SummarizerError
from summarizer.llm.faults import Fault, Kind, Refusal

Trouble = Literal["down", "page", "refused", "slow"]
IN_A_ROW: Mapping[Trouble, int] = {"down": 8, "page": 3, "refused": 10, "slow": 3}
"""So many, and no article is the reason: requests that got no answer or a server's error; web pages instead
of answers; refusals in the same words; questions that ran into their deadline."""
REST = 30.0
"""Seconds after which an endpoint that was given up is tried again; the next failure gives it up again."""
_TROUBLES: Mapping[Kind, Trouble] = {
    "server": "down",
    "connection": "down",
    "loopback": "down",
    "timeout": "down",
    "reading": "down",
    "no_json": "down",
    "page": "page",
}


@dataclass(slots=True)
class Breaker:
    """Counts faults in a row; what of them ends a question ends the run, once there were too many.

    A question is never cut short while it has retries left, but for web pages: so a short disturbance stops
    nothing, however many questions are under way, and a lasting one fails few articles before the run stops.
    """

    _rows: Counter[Trouble] = field(default_factory=Counter)
    _refusal: tuple[int | None, str] = (None, "")
    _stop: SummarizerError | None = None
    _until: float = 0.0

    def check(self) -> None:
        """Let nothing more out once the endpoint is given up.

        Raises:
            Fault: if it is.
        """
        if self._stop is not None and time.monotonic() < self._until:
            raise Fault(type(self._stop)(str(self._stop)))

    def well(self) -> None:
        """An answer came; be it of use or not, the endpoint works."""
        self._rows.clear()
        self._stop = None

    def met(self, fault: Fault) -> None:
        """Count a request that failed; an endpoint that is only busy is neither well nor unwell."""
        trouble = _TROUBLES.get(fault.kind)
        if trouble == "page":
            self._rows = Counter({"page": self._rows["page"] + 1})
        elif trouble is not None:
            self._rows[trouble] += 1
        elif fault.kind != "busy" and not isinstance(fault, Refusal):
            self._rows.clear()

    @property
    def is_enough(self) -> bool:
        """Whether there were so many web pages that not even the question at hand is tried again."""
        return self._rows["page"] >= IN_A_ROW["page"]

    def ended(self, fault: Fault) -> SummarizerError:
        """The error of a question that a fault has ended: that fault's, or the end of the run."""
        if isinstance(fault, Refusal):
            words = (fault.status, fault.complaint.message)
            rows = self._rows["refused"] + 1 if words == self._refusal else 1
            self._rows, self._refusal = Counter({"refused": rows}), words
            return self._unless("refused", fault.error)
        trouble = _TROUBLES.get(fault.kind)
        return fault.error if trouble is None else self._unless(trouble, fault.error)

    def too_slow(self, error: SummarizerError) -> SummarizerError:
        """The error of a question that ran into its deadline: that, or the end of the run."""
        self._rows["slow"] += 1
        return self._unless("slow", error)

    def _unless(self, trouble: Trouble, error: SummarizerError) -> SummarizerError:
        times = self._rows[trouble]
        if times < IN_A_ROW[trouble]:
            return error
        if trouble == "refused":
            self._stop = EveryRequestRefused(f"{times} requests in a row were refused alike: {error}")
        elif trouble == "slow":
            self._stop = EndpointDown(f"{times} questions in a row: {error}")
        else:
            self._stop = EndpointDown(f"{times} requests in a row have failed; the last one: {error}")
        self._until = time.monotonic() + REST
        return self._stop
