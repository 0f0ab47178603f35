"""The store of what was found in files: its texts are fetched from any thread, and nothing stays open."""

import os
from pathlib import Path
from threading import Thread

from builder.workspace import Bodies, Seen, Sight, Texts

PATH, KEY = "stories/tap-28/do-thi-hoa.md", b"key"


def kept(folder: Path) -> Path:
    store = folder / "stock.sqlite"
    with Seen(store) as seen:
        seen.put({PATH: (Sight("state", KEY, "told"), Texts("entry", "story", "Nước trong."))})
    return store


def test_a_text_is_given_for_its_content_alone(tmp_path: Path) -> None:
    bodies = Bodies(kept(tmp_path))
    assert bodies.get(PATH, KEY) == "Nước trong."
    assert bodies.get(PATH, b"another") is None
    assert bodies.get("stories/khac.md", KEY) is None


def test_whoever_lets_go_of_the_texts_closes_what_other_threads_have_opened(tmp_path: Path) -> None:
    store = kept(tmp_path)
    held = [Bodies(store)]
    thread = Thread(target=lambda: held[0].get(PATH, KEY))
    thread.start()
    thread.join()
    files = Path(f"/proc/{os.getpid()}/fd")
    assert store in {file.readlink() for file in files.iterdir() if file.exists()}
    held.clear()
    assert store not in {file.readlink() for file in files.iterdir() if file.exists()}
