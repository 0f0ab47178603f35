from pathlib import Path

from builder.press.preflight.examine import Opening, examine
from tests.press.preflight.making import DEMAND, good


def test_a_good_file_passes_without_a_word(tmp_path: Path) -> None:
    path = tmp_path / "good.pdf"
    path.write_bytes(good())
    seen = examine(path, DEMAND)
    assert seen.flaws == ()
    assert seen.labels == ("i", "1", "2", "3")
    assert seen.outline == (Opening("Lời nói đầu", 0), Opening("Giếng nước", 1))
