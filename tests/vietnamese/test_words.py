import unicodedata

import pytest

from builder.vietnamese.words import (
    Syllable,
    count_words,
    is_vietnamese_syllable,
    legacy_score,
    looks_like_legacy,
    syllables,
    valid_share,
)

PROSE = (
    "Sáng sớm, khi sương còn đọng trên những luống rau, bà Nguyễn Thị Hoà đã ra đầu ngõ quét dọn đường làng. "
    "Mười lăm năm nay, bà vận động các gia đình góp công, góp của để xây nhà văn hoá, giúp đỡ người nghèo và "
    "khuyên nhủ thanh niên học nghề. Ai cũng quý bà, kể cả những cụ già ngoài tám mươi tuổi ở thôn bên."
)
SYLLABLES = """
hòa hoà thúy thuý quý giá huế khoẻ khỏe của mùa tuổi nghiêng gì giặt giếng gìn giữ giỏi giúp giấy giường già giáo
quả quang quen quên quyết quyền quỳnh quýt quốc quờ quằn quắc quấn quẩy quạt quặng quanh quét quê quịt qui quẹo
a ạ à ăn ấm ân ấy ai anh ánh áo ao âu em êm ếch ít im in yêu yên yến yết yếm ý y ông ơn ôm ở ôi ổ ủ ước ưa ưu uống
bà bác bạn bằng bất bậc bé bên bệnh biển biết bình bỏ bóng bố bông bơi bờ bút bụi buổi buồn bước bưởi bừng
cả các cam cảm càng cao cấp câu cây có cô con công cơ của cùng cụ cười cưới cứng cửa cuốn cuộc cuối củi
cha chạy chăm chân châu chè chỉ chị chiếc chiều chim chín chính cho chồng chợ chú chúng chuyện chữ chức chương
da dài dạy dân dậy dễ dì diện dịch dòng dốc dũng duyên dùng dự dưới dưỡng dược đã đàn đang đào đại đạo đất đầu đẹp
đèn đêm đến đi điện điều định đó đoàn đọc đội đông đồng đời đơn được đường đúng đừng đức đứa đuổi
gà gạo gặp gần gây ghe ghế ghi ghét ghép gió giờ góc gói gốc gỗ gửi gương gươm
hai hàng hát hăng hân hậu hè hẹn hết hiểu hiền hình họ học hỏi hoàng hoạt hoặc hồ hộ hội hồng hơn hợp huyện hứa hương
hướng hưu huỳnh huân huống huých
kẻ kể kém kéo kết kiên kiến kiệm kính kỷ kỹ kĩ ký khách khắp khẩu khen khéo khó khoa khoảng khoan khoát khói không khuya
khuỷu khuyên khuyết khuếch khuây
là làm làng lành lão lắng lâu lấy lên lễ lịch liền liệt lo lò lòng lộc lời lợi lớn lớp luật lúa lúc luôn lương lưu
má mà mái mang mắt mặt mấy mẹ men mến miền miệng mình mọi mong một mở mới mùa mục muốn mươi mười mượn mưa mừng
nam năm nặng nắng nấu nên nền nếp nếu này nói nó nối nông nội nơi nữ nước nương núi nuôi
ngã ngành ngày ngân ngay ngõ ngoài ngoại ngoan ngoằn ngoèo ngoéo ngọc ngồi ngủ nguồn nguyễn nguyên nguyện ngưng
người nguy
nghe nghề nghĩ nghĩa nghiệp nghiêm nghệ nghèo nghỉ
nhà nhau nhân nhận nhất nhiều nhiệt nhìn nhịp nhỏ nhớ nhờ như nhưng những nhuận nhụy
phải phát phần phép phía phim phong phố phòng phụ phúc phường phượng phương
ra rau rằng rất rẻ rét rồi rõ rộng rừng ruộng rước
sách sản sáng sao sau sắc sân sẽ sinh sĩ sỹ soát sông sống sợ sớm sửa sức sương suốt suy
ta tay tám tâm tấm tấn tập tất tây tặng tên tết tháng thành thấy thăm thầy thể thi thiếu thiện thích thôn thông thời
thuở thuốc thuyền thực thưa thường thương thượng thứ thủy tiếng tiền tiết tình tin tỉnh to toán toàn tòa tổ tôi tốt
tuần tuyên tuyết tuýp tư từ từng tương tưởng trai trẻ trên triệu trong trông trời trung trưa trước trường trưởng truyền
và vạn vàng văn vẫn vậy vẽ về vì việc viết viên việt vinh vòng vốn vỡ với vui vụ vừa vườn vương vượt
xa xã xanh xây xe xem xinh xóm xoong xoè xuân xuống xứ xưa xưởng xúc xuyên xoáy xoắn xoẹt loằng toét hoẵng đoảng
"""
WRECKS = """
dòch hoc mot viêt cuả baì hùynh qúy gìa xyz bb kà cê ngệ nghà gê híng Nguyeãn wifi nộí thuyề ngj e\u0323\u0301 fa
zô jà uúa quư pờt hòà ghà ngì cy kô yt ỉu̧
"""


@pytest.mark.parametrize("word", SYLLABLES.split())
def test_real_syllables_have_the_shape(word: str) -> None:
    assert is_vietnamese_syllable(word)
    assert is_vietnamese_syllable(word.upper())
    assert is_vietnamese_syllable(unicodedata.normalize("NFD", word))


@pytest.mark.parametrize("word", WRECKS.split())
def test_wreckage_has_not(word: str) -> None:
    assert not is_vietnamese_syllable(word)


def test_the_table_is_long_enough() -> None:
    assert len(set(SYLLABLES.split())) > 450


def test_words_are_counted_as_chu() -> None:
    assert count_words("Bà Nguyễn Thị Hoà – 65 tuổi, “quét dọn”.") == 8
    assert count_words(" – … ") == 0


def test_syllables_know_their_place() -> None:
    text = "Ba-Vì, H'Mông 5"
    assert list(syllables(text)) == [
        Syllable("Ba", 0, 2),
        Syllable("Vì", 3, 5),
        Syllable("H", 7, 8),
        Syllable("Mông", 9, 13),
    ]


def test_sound_prose() -> None:
    assert valid_share(PROSE) == 1
    assert legacy_score(PROSE) == 0
    assert not looks_like_legacy(PROSE)
    assert valid_share("– 5 –") == 1
    assert legacy_score("– 5 –") == 0


@pytest.mark.parametrize(
    "text",
    [
        "Céng hßa x· héi chñ nghÜa ViÖt Nam",  # TCVN3
        "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam",  # VNI
        "h\u00adíng dÉn thùc hiÖn cña ng\u00adêi d©n",  # TCVN3: the soft hyphen is ư
    ],
)
def test_legacy_encodings_show(text: str) -> None:
    assert looks_like_legacy(text)
    assert legacy_score(text) > 0.5
    assert valid_share(text) < 0.8


@pytest.mark.parametrize(
    "text", ["Ông Müller và bà François ở Hà Nội", "Sony® 10 m², 5°C", "«Hà Nội» – “UBND TĐKT”", "HĐTĐKT UBMTTQ ĐTNCS"]
)
def test_foreign_names_and_signs_do_not(text: str) -> None:
    assert not looks_like_legacy(text)


def test_lost_marks_show_in_the_share() -> None:
    lost = unicodedata.normalize("NFD", PROSE)
    assert valid_share("".join(char for char in lost if not unicodedata.combining(char))) < 0.9
