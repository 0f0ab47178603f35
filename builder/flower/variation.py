"""The one source of chance in a drawing: every irregularity is looked up by name in a hash of the seed.

Values are named, not drawn in sequence, so a new detail never disturbs the ones already there: a story keeps
its flower when the grammar grows.
"""

from dataclasses import dataclass
from hashlib import blake2b

from builder.flower.kinds import Size


@dataclass(frozen=True, slots=True)
class Variation:
    """Named pseudo-random numbers below one seed: same seed and key, same number, on every machine.

    The size of the drawing travels along, for it settles how much there is to vary.
    """

    seed: str
    size: Size

    def fraction(self, key: str) -> float:
        """Return a number in [0, 1) for a key."""
        digest = blake2b(f"{self.seed}/{key}".encode(), digest_size=6).digest()
        return int.from_bytes(digest) / 2.0**48

    def between(self, key: str, low: float, high: float) -> float:
        """Return a number in [low, high)."""
        return low + (high - low) * self.fraction(key)

    def around(self, key: str, middle: float, spread: float) -> float:
        """Return a number within `spread` of `middle`."""
        return middle + spread * (2.0 * self.fraction(key) - 1.0)

    def count(self, key: str, low: int, high: int) -> int:
        """Return a whole number from low to high, both included."""
        return low + int(self.fraction(key) * (high - low + 1))

    def chance(self, key: str, share: float) -> bool:
        """Return true for a `share` of all keys and seeds."""
        return self.fraction(key) < share

    def fork(self, key: str) -> "Variation":
        """Return the source for one part, so that parts vary independently."""
        return Variation(f"{self.seed}/{key}", self.size)
