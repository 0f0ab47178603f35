from builder.flower.kinds import Kind
from builder.flower.species import ban, bang_lang, dao, hoang_lan, loa_ken, phuong, sen

COMPOSERS = {Kind.BAN: ban.compose, Kind.LOA_KEN: loa_ken.compose, Kind.BANG_LANG: bang_lang.compose, Kind.HOANG_LAN: hoang_lan.compose, Kind.DAO: dao.compose, Kind.PHUONG: phuong.compose, Kind.SEN: sen.compose}
