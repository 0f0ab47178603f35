"""One module a flower: how its parts are made and how they stand together at each size."""

from builder.flower.kinds import Kind
from builder.flower.species import (
    ban,
    bang_lang,
    cai_vang,
    cuc_hoa_mi,
    dao,
    hoa_sua,
    hoang_lan,
    loa_ken,
    phuong,
    sen,
    sua,
    thach_thao,
)

COMPOSERS = {
    Kind.DAO: dao.compose,
    Kind.BAN: ban.compose,
    Kind.SUA: sua.compose,
    Kind.LOA_KEN: loa_ken.compose,
    Kind.PHUONG: phuong.compose,
    Kind.SEN: sen.compose,
    Kind.BANG_LANG: bang_lang.compose,
    Kind.HOANG_LAN: hoang_lan.compose,
    Kind.THACH_THAO: thach_thao.compose,
    Kind.HOA_SUA: hoa_sua.compose,
    Kind.CUC_HOA_MI: cuc_hoa_mi.compose,
    Kind.CAI_VANG: cai_vang.compose,
}
