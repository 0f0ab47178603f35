"""Generated stories for measuring: as long as real ones, all different, the same at every run."""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Iterator, Sequence
from pathlib import Path

from builder.manuscript.text_hash import text_hash
from builder.render import plain_text
from builder.vietnamese.slug import slugify

SURNAMES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Ngô", "Dương", "Lý", "Phan", "Đinh")
MIDDLES = (
    *("Thị", "Văn", "Minh", "Ngọc", "Xuân", "Quốc", "Thu", "Đức", "Hồng", "Bá"),
    *("Kim", "Hữu", "Thanh", "Gia", "Phương", "Đình", "Khánh", "Mạnh", "Bích", "Thế"),
)
GIVEN = (
    *("An", "Ân", "Bình", "Chi", "Dung", "Đào", "Giang", "Hoa", "Hoà", "Hương", "Khải", "Lan", "Mai", "Nga", "Oanh"),
    *("Phúc", "Quân", "Sơn", "Tâm", "Thảo", "Thuý", "Trang", "Tùng", "Uyên", "Vân", "Việt", "Vinh", "Xuyến", "Yến"),
    *("Ánh", "Bảo", "Cúc", "Diệp", "Duy", "Hạnh", "Hiền", "Huệ", "Khoa", "Liên", "Lộc"),
)
DISTRICTS = ("quan-long-bien", "quan-ba-dinh", "quan-tay-ho", "huyen-gia-lam", "huyen-dong-anh", "quan-dong-da")
FIELDS = ("nguoi-tot-viec-tot", "day-tot-hoc-tot", "y-duc", "san-xuat-kinh-doanh", "cai-cach-hanh-chinh")
LEVELS = ("thanh-pho", "quan-huyen", "co-so", "nha-nuoc")
FIRST_YEAR, YEARS = 2009, 15


def sentences(stories: Path) -> list[str]:
    """Every sentence of the sample stories."""
    found = []
    for path in sorted(stories.rglob("*.md")):
        body = path.read_text(encoding="utf-8").split("\n---\n", 1)[1]
        for line in plain_text(body).split("\n"):
            found += [f"{part.strip(' .')}." for part in line.split(". ") if _usable(part)]
    return list(dict.fromkeys(found))


def _usable(part: str) -> bool:
    """A sentence that can stand anywhere: whole, without speech."""
    words = part.split()
    return 5 < len(words) < 60 and words[0][0].isupper() and not set(part) & set("“”‘’:?!…()")


def _pick(seed: str, count: int) -> Iterator[int]:
    """Endless numbers below ``count``, decided by the seed."""
    for block in itertools.count():
        raw = hashlib.blake2b(f"{seed}/{block}".encode()).digest()
        for at in range(0, len(raw), 4):
            yield int.from_bytes(raw[at : at + 4], "big") % count


def story(number: int, pool: Sequence[str]) -> tuple[str, str]:
    """The path and text of generated story ``number``: nine paragraphs of five sentences."""
    pick = _pick(str(number), 1 << 31)
    name = " ".join(names[next(pick) % len(names)] for names in (SURNAMES, MIDDLES, GIVEN))
    year = FIRST_YEAR + number % YEARS
    volume = year - 1994
    header = {
        "title": f"Chuyện số {number} của {name}",
        "person": name,
        "unit": f"Tổ dân phố số {number}",
        "district": DISTRICTS[next(pick) % len(DISTRICTS)],
        "field": FIELDS[next(pick) % len(FIELDS)],
        "award_level": LEVELS[next(pick) % len(LEVELS)],
        "year": year,
        "volume": volume,
        "status": "approved",
        "sample": "true",
    }
    paragraphs = (" ".join(pool[next(pick) % len(pool)] for _ in range(5)) for _ in range(9))
    body = "\n\n".join(paragraphs) + "\n"
    print_of_text = text_hash(str(header["title"]), f"\n{body}")
    approved = f"approved: {{by: Hội đồng, document: Số 1, on: {year}-10-01, text_hash: {print_of_text}}}\n"
    text = "---\n" + "".join(f"{k}: {v}\n" for k, v in header.items()) + approved + "---\n\n" + body
    return f"tap-{volume}/{slugify(name)}-{number}.md", text


def write_corpus(folder: Path, count: int, samples: Path) -> None:
    """Write ``count`` stories below ``folder/stories``."""
    pool = sentences(samples)
    for number in range(count):
        path, text = story(number, pool)
        target = folder / "stories" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
