"""EDICT's tags and the bits they become: what a word is (parts of speech), and where it is at home (registers)."""

CLASSICAL = (
    "vn vr v-unspec v2a-s v2b-k v2d-s v2g-k v2g-s v2h-k v2h-s v2k-k v2k-s v2m-s v2n-s v2r-k v2r-s v2s-s "
    "v2t-k v2t-s v2w-s v2y-k v2y-s v2z-s v4b v4g v4h v4k v4m v4n v4r v4s v4t"
)
# One name per bit, from bit 0, and the tags that set it. A tag may set several.
PARTS = (
    ("noun", "n n-adv n-t n-pr"),
    ("pronoun", "pn"),
    ("ichidan", "v1 v1-s"),
    ("godan", "v5b v5g v5k v5k-s v5m v5n v5r v5r-i v5s v5t v5u v5u-s v5uru v5aru"),
    ("irregular-godan", "v5k-s v5r-i v5u-s v5uru v5aru"),
    ("suru-noun", "vs"),
    ("suru-verb", "vs-i vs-s vs-c"),
    ("kuru-verb", "vk"),
    ("zuru-verb", "vz"),
    ("classical-verb", CLASSICAL),
    ("i-adjective", "adj-i adj-ix"),
    ("na-adjective", "adj-na"),
    ("no-adjective", "adj-no"),
    ("prenominal", "adj-pn adj-f"),
    ("taru-adjective", "adj-t"),
    ("classical-adjective", "adj-ku adj-shiku adj-nari adj-kari"),
    ("adverb", "adv n-adv"),
    ("to-adverb", "adv-to"),
    ("expression", "exp"),
    ("interjection", "int"),
    ("particle", "prt"),
    ("conjunction", "conj"),
    ("counter", "ctr"),
    ("numeral", "num"),
    ("prefix", "pref n-pref"),
    ("suffix", "suf n-suf"),
    ("auxiliary", "aux aux-v aux-adj cop cop-da"),
    ("transitive", "vt"),
    ("intransitive", "vi"),
    ("time", "n-t"),
    ("unclassified", "unc"),
)

DIALECTS = "ksb: ktb: kyb: osb: kyu: tsb: thb: hob: nab: rkb: tsug:"
FIELDS = (
    "agric anat archit astron audvid aviat baseb biochem biol bot Buddh bus chem Christn comp cryst ecol econ electr engr ent finc food genet geol geom "
    "gramm hanaf law ling MA mahj math mech med mil music ornith pharm phil photo physics physiol psych Shinto shogi sports stat sumo tradem vidg zool"
)

REGISTERS = (
    ("polite", "pol"),
    ("honorific", "hon"),
    ("humble", "hum"),
    ("colloquial", "col"),
    ("familiar", "fam"),
    ("archaic", "arch"),
    ("obsolete", "obs"),
    ("obscure", "obsc"),
    ("rare", "rare"),
    ("dated", "dated"),
    ("historical", "hist"),
    ("vulgar", "vulg"),
    ("derogatory", "derog"),
    ("rude", "X"),
    ("sensitive", "sens"),
    ("slang", "sl m-sl net-sl"),
    ("male", "male male-sl"),
    ("female", "fem"),
    ("children", "chn"),
    ("jocular", "joc"),
    ("idiomatic", "id"),
    ("saying", "proverb quote"),
    ("four-characters", "yoji"),
    ("mimetic", "on-mim"),
    ("abbreviation", "abbr"),
    ("usually-kana", "uk"),
    ("literary", "litf poet"),
    ("dialect", DIALECTS),
    ("irregular-writing", "iK ik io oK ok oik"),
    ("sense-reading", "ateji gikun"),
    ("field", FIELDS),
)


def by_tag(table):
    bits = {}
    for bit, (_, tags) in enumerate(table):
        for tag in tags.split():
            bits[tag] = bits.get(tag, 0) | 1 << bit
    return bits


PART_BITS = by_tag(PARTS)
REGISTER_BITS = by_tag(REGISTERS)
# What concerns the writing of the whole entry, not one sense of it.
WRITING_BITS = REGISTER_BITS["iK"] | REGISTER_BITS["ateji"]
