"""Lays entries out as the bytes of dictionary.bin; README.md says what each byte means."""

import struct

MAGIC = b"JADICT\r\n"
VERSION = 1
HEADER = struct.Struct("<8sIIQ")
SECTION = struct.Struct("<QQ")
ENTRY = struct.Struct("<IIHHIIIHHBBBx")
SENSE = struct.Struct("<IHHII")
WORD = struct.Struct("<IHHII")

COMMON, PREFERRED = 1, 2
WHOLE_GLOSS, FIRST_SENSE = 1 << 31, 1 << 30
GLOSS_SEPARATOR = "\n"


class Strings:
    """Each distinct text once."""

    def __init__(self):
        self.bytes, self.offsets = bytearray(), {}

    def place(self, text):
        """Offset and length of its bytes."""
        encoded = text.encode()
        offset = self.offsets.get(text)
        if offset is None:
            offset = self.offsets[text] = len(self.bytes)
            self.bytes += encoded
        return offset, len(encoded)


class Senses:
    """Entries that say the same in other letters share their senses."""

    def __init__(self, strings):
        self.strings, self.bytes, self.firsts = strings, bytearray(), {}

    def place(self, senses):
        first = self.firsts.get(senses)
        if first is None:
            first = self.firsts[senses] = len(self.bytes) // SENSE.size
            for sense in senses:
                offset, length = self.strings.place(GLOSS_SEPARATOR.join(sense.glosses))
                self.bytes += SENSE.pack(offset, length, len(sense.glosses), sense.parts, sense.registers)
        return first


def laid_out(rows, words):
    """`rows` in the order of the file; `words`: (English word, postings), sorted."""
    strings = Strings()
    senses = Senses(strings)
    entries = b"".join(entry_bytes(row, strings, senses) for row in rows)
    by_reading = sorted(range(len(rows)), key=lambda index: reading_order(index, rows[index]))
    index, postings = bytearray(), bytearray()
    for word, numbers in words:
        index += WORD.pack(*strings.place(word), 0, len(postings) // 4, len(numbers))
        postings += struct.pack(f"<{len(numbers)}I", *numbers)
    readings = struct.pack(f"<{len(by_reading)}I", *by_reading)
    return joined([(entries, ENTRY.size), (readings, 4), (senses.bytes, SENSE.size), (index, WORD.size), (postings, 4), (strings.bytes, 1)])


def reading_order(index, row):
    return row.entry.reading.encode(), not row.entry.common, -row.frequency, index


def entry_bytes(row, strings, senses):
    entry = row.entry
    written, written_length = strings.place(entry.written)
    reading, reading_length = strings.place(entry.reading)
    parts, registers = 0, entry.writing
    for sense in entry.senses:
        parts |= sense.parts
        registers |= sense.registers
    flags = COMMON * entry.common | PREFERRED * row.preferred
    return ENTRY.pack(
        written, reading, written_length, reading_length, senses.place(entry.senses), parts, registers,
        len(entry.senses), row.frequency, row.accent, row.level, flags,
    )


def joined(sections):
    """Header, table of sections, sections; each begins at a multiple of 8."""
    start = HEADER.size + SECTION.size * len(sections)
    table, body = bytearray(), bytearray()
    for content, size in sections:
        body += bytes(-(start + len(body)) % 8)
        table += SECTION.pack(start + len(body), len(content) // size)
        body += content
    body += bytes(-(start + len(body)) % 8)
    return HEADER.pack(MAGIC, VERSION, len(sections), start + len(body)) + table + body
