"""The book no editor wishes for: everything that breaks pages, in one edition. All people in it are invented.

Names too long for a line, a title of three lines and one far longer, stories of 300 and of 4,000 words, six photos of
every shape in one story, headings, lists and quotes at every height of a page, namesakes, aliases, a district of forty
stories and one of a single story, places with and without a name of today.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from builder.edition import BookPlan
from builder.model import Award, Photo, SectionBy, Story
from builder.vocabulary import load_vocabulary
from tests.book.making import plan_of
from tests.factory import story

BACK = ("persons", "units", "places", "awards", "authors", "colophon")

COLLECTIVE = "Tổ phụ nữ tình nguyện thu gom rác thải nhựa ven sông làng Ước"
COLLECTIVE_UNIT = "Hội Liên hiệp Phụ nữ liên phường Ngọc Thụy, Ngọc Lâm, Bồ Đề và các tổ dân phố ven đê sông Hồng"
THREE_LINES = "Người giữ lửa bếp ăn không đồng suốt mười hai mùa đông bên cổng viện"
ENDLESS = (
    "Người đàn bà mười bảy năm lặng lẽ đi nhặt từng chiếc đinh rơi vãi trên con đường đê dài tám cây số rưỡi "
    "từ bến Chèm xuống cầu Thăng Long để không ai phải ngã nữa"
)

SENTENCES = (
    "Bốn giờ sáng, khi phố còn ngủ, bà đã nhóm xong bếp than và đặt nồi cháo đầu tiên lên kiềng.",
    "Không ai giao việc ấy cho bà, cũng chẳng ai trả công.",
    "Ban đầu chỉ có vài người trong ngõ góp gạo, góp củi, mỗi nhà một ít.",
    "Đến mùa nước năm 2018, cả tổ dân phố cùng ra đê đắp bao cát, người già nấu cơm, trẻ con đưa nước.",
    "“Tôi làm được thì tôi làm, có gì mà kể”, ông cười, tay vẫn không rời chiếc kìm đã mòn cán.",
    "Cuốn sổ bìa xanh ghi đủ 1.248 lượt người được giúp, nét chữ nghiêng nghiêng, không sót ngày nào.",
    "Có hôm mưa to, nước ngập đến đầu gối, anh vẫn dắt từng em nhỏ qua đoạn đường trũng trước cổng trường.",
    "Người ta quen gọi quán nước ấy là trạm gác, vì ai lạc đường, ai mất đồ cũng tìm đến hỏi.",
    "Chị học nghề may từ mẹ, rồi dạy lại cho mười bảy người khuyết tật trong xã.",
    "Số tiền thưởng, ông gửi cả vào quỹ khuyến học, chỉ giữ lại tờ giấy khen để treo cạnh ảnh bố.",
    "Ba mươi năm trôi qua, con ngõ đã đổi tên hai lần, nhưng ngọn đèn đầu ngõ thì chưa tối nào tắt.",
    "Nhờ vậy mà suốt từ năm 2003 đến nay, đoạn đường sắt chạy qua làng không xảy ra một vụ tai nạn nào.",
    "Bọn trẻ lớn lên, đứa thành kỹ sư, đứa đi bộ đội, Tết nào cũng về chào thầy trước khi về nhà.",
    "Hỏi bí quyết, chị bảo chỉ cần nhớ tên từng người, nhớ ai hay đau, ai hay buồn.",
    "Từ tám hộ ban đầu, đến nay đã có năm mươi ba hộ phân loại rác, tiền bán giấy vụn mua được mười hai chiếc xe đạp.",
    "Mỗi chiếc ghế đá dọc bờ hồ đều do một tay ông sửa.",
)

UNITS = (
    "Trường Trung học cơ sở Ngô Chúa", "Ủy ban nhân dân phường Bến Trúc", "Xí nghiệp Môi trường Sông Nhuệ",
    "Xưởng máy tre Hà Út, xã Phú Nghĩa", "Tổ hợp tác đậu phụ Ngô Giếng, phường Mai Động",
)  # fmt: skip
GIVEN = (
    "An",
    "Ánh",
    "Ân",
    "Bằng",
    "Đạt",
    "Ê",
    "Hòa",
    "Khuê",
    "Ngoãn",
    "Oanh",
    "Ổn",
    "Ơn",
    "Quýt",
    "Thủy",
    "Ưng",
    "Yến",
)
FAMILY = ("Nguyễn Thị", "Trần Văn", "Lê Thị Ngọc", "Phạm", "Hoàng Đức", "Vũ Thị", "Đặng Quang", "Bùi Thị Minh")
DEEDS = (
    "Bát cháo đầu ngày", "Ngọn đèn đầu ngõ", "Cuốn sổ bìa xanh", "Người gác chắn tàu", "Lớp học dưới gốc đa",
    "Bến đò không thu tiền", "Chiếc cầu của ông Sáu", "Tiếng kẻng làng", "Vườn rau trên mái", "Chuyến xe số chín",
)  # fmt: skip

PHOTOS: Mapping[str, tuple[int, int]] = {
    "chan-dung.jpg": (900, 1200),
    "ngang.jpg": (1500, 1000),
    "toan-canh.jpg": (2400, 480),
    "nho.png": (60, 45),
    "dung.jpg": (700, 1100),
    "vuong.jpg": (800, 800),
}
_CAPTION = (
    "Sáng chủ nhật nào bếp cũng đỏ lửa từ bốn giờ; người đứng giữa là bà Tám, người múc cháo là các cháu sinh viên "
    "tình nguyện, đứng sau là hàng người nhà bệnh nhân chờ từ lúc trời chưa sáng."
)


def text(words: int, start: int = 0) -> str:
    """So many words in paragraphs of two to seven sentences; ``start`` turns the wheel."""
    paragraphs: list[str] = []
    told = turn = 0
    while told < words:
        size = 2 + (start + 3 * len(paragraphs)) % 6
        said = " ".join(SENTENCES[(start + turn + n) % len(SENTENCES)] for n in range(size))
        paragraphs.append(said)
        turn += size
        told += len(said.split())
    return "\n\n".join(paragraphs) + "\n"


def shaped(sections: int = 14) -> str:
    """Headings, lists and quotes, each after a little more text, so that they meet the page foot at every height."""
    parts = [text(60)]
    for n in range(sections):
        parts.append(f"## Chặng đường thứ {n + 1}\n\n{text(35 + 11 * n, n)}")
        parts.append("> " + SENTENCES[n % len(SENTENCES)] + " " + SENTENCES[(n + 4) % len(SENTENCES)])
        parts.append("\n".join(f"- {SENTENCES[(n + k) % len(SENTENCES)]}" for k in range(3)))
        parts.append(f"### Việc nhỏ\n\n{text(30, n + 5)}")
    return "\n\n".join(parts)


def _many(count: int) -> list[Story]:
    """A district's worth of plain stories of 150 to 800 words."""
    wards = (None, "phuong-ngoc-lam", "phuong-thach-ban", "phuong-bo-de", "phuong-duc-giang")
    held = []
    for n in range(count):
        person = f"{FAMILY[n % len(FAMILY)]} {GIVEN[(3 * n) % len(GIVEN)]}"
        held.append(
            story(
                f"tap-28/long-bien-{n}",
                text(150 + (137 * n) % 650, n),
                title=DEEDS[n % len(DEEDS)] + ("" if n < len(DEEDS) else f" ở phố thứ {n}"),
                person=person,
                unit=f"Tổ dân phố số {n % 12 + 1}, phường Bồ Đề" if n % 8 else UNITS[n // 8],
                ward=wards[n % len(wards)],
                author=("Lê Minh Khuê", "Trần Văn Nam", None)[n % 3],
                award_level=("thanh-pho", "nha-nuoc", "quan-huyen")[n % 3],
                written_on=f"2022-{n % 12 + 1:02}-05",
            )
        )
    return held


def _photographed() -> Story:
    """Six photos: the portrait at the head, four in the text, the last after it."""
    paragraphs = text(700, 3).strip().split("\n\n")
    for place, file in ((1, "ngang.jpg"), (3, "toan-canh.jpg"), (5, "nho.png"), (8, "dung.jpg")):
        paragraphs.insert(place, f"![]({file})")
    told = story(
        "tap-28/sau-anh",
        "\n\n".join(paragraphs) + "\n",
        title="Bếp lửa bốn giờ sáng",
        person="Phùng Thị Ánh Tuyết",
        honorific="Nghệ nhân Ưu tú",
        unit="Bếp ăn không đồng phố Phủ Doãn",
        district="quan-hoan-kiem",
        author="Lê Minh Khuê",
    )
    photos = (
        Photo("chan-dung.jpg", "Bà Tuyết bên bếp", "Bà Tuyết năm 2019.", "Lê Minh", portrait=True),
        Photo("ngang.jpg", "Bếp", _CAPTION, "Trần Văn Nam"),
        Photo("toan-canh.jpg", "Phố", "Phố Phủ Doãn lúc năm giờ sáng."),
        Photo("nho.png", "Sổ", "Cuốn sổ bìa xanh.", "Tư liệu gia đình"),
        Photo("dung.jpg", "Cổng", "Trước cổng viện."),
        Photo("vuong.jpg", "Nồi", _CAPTION),
    )
    return replace(told, photos=photos, awards=_awards())


def _awards() -> tuple[Award, ...]:
    kinds = list(load_vocabulary().awards.values())[:6]
    return tuple(Award(kind, f"{100 + n}/QĐ-UBND", date(2015 + n, 10, 10)) for n, kind in enumerate(kinds))


def pathological_stories() -> list[Story]:
    """All of them: forty in one district, one in another, the rest where their trouble is."""
    namesake = {"person": "Nguyễn Thị Hoa", "district": "quan-bac-tu-liem"}
    short = story("tap-28/ba-tram-chu", text(300), title=THREE_LINES, district="huyen-gia-lam", person="Lê Ổn")
    long = story(
        "tap-28/bon-nghin-chu",
        text(4000, 5),
        title=ENDLESS,
        district="quan-hoan-kiem",
        person="Công Tằng Tôn Nữ Huyền Trang Ngọc Bảo Châu",
        honorific="Nhà giáo Nhân dân, Giáo sư, Tiến sĩ, Anh hùng Lao động",
        unit="Trường Trung học phổ thông chuyên Khoa học Xã hội và Nhân văn, Đại học Quốc gia Hà Nội",
        author="Ban Biên tập Bản tin Thi đua, Khen thưởng Thủ đô",
        aliases=["Cô giáo Bảo Châu", "Mệ Châu"],
    )
    return [
        *_many(40),
        replace(long, position="Nguyên Phó Hiệu trưởng phụ trách chuyên môn, Chủ tịch Công đoàn", awards=_awards()),
        short,
        _photographed(),
        story("tap-28/tap-the", text(420, 7), title="Sông sạch", person=COLLECTIVE, unit=COLLECTIVE_UNIT,
              subject="tap-the", district="quan-hoan-kiem", aliases=["Tổ nhặt rác làng Ước"]),
        story("tap-28/nhieu-muc", shaped(), title="Mười bốn chặng đường", person="Trần Ngoãn",
              district="quan-hoan-kiem", author="Trần Văn Nam", written_on="2022-12-31"),
        story("tap-28/hoa-1", text(260, 2), title="Chợ sớm", unit="Chợ Chèm", aliases=["Bà Hoa chợ"], **namesake),
        story("tap-28/hoa-2", text(330, 4), title="Chợ chiều", unit="Hợp tác xã Đông Ngạc", year=2021, **namesake),
        story("tap-28/tu-liem", text(520, 9), title="“Quýt” làng", person="Y Ê", district="huyen-tu-liem", year=2010),
        story("tap-28/phuong-moi", text(200, 1), title="Phường mới", person="Quách Quỳnh Ơn", district=None,
              ward="phuong-bo-de", year=2026, sample=True),
    ]  # fmt: skip


def pathological() -> BookPlan:
    """The edition, by district, in sheets of sixteen pages, with every part a back may have."""
    plan = plan_of(*pathological_stories(), back=BACK, sections=SectionBy.DISTRICT)
    return replace(plan, edition=replace(plan.edition, print=replace(plan.edition.print, signature=16)))
