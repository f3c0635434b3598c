"""Speaks Japanese for local-cloud's Polly: requests on standard input, answers on standard output, until its input ends.

A frame is four bytes of length, big-endian, and so many bytes. A request is one frame of JSON:
  {"parts": [{"text", "rate"} or {"pause"} or {"mark"}], "half_tones", "sample_rate", "format": "pcm", "mp3" or "marks", "readings": {word: kana}}
An answer is a frame of JSON, {"marks": [...]} or {"error": "..."}, and a frame of audio, 16 bits little-endian or MP3.
Voice and dictionary come with the package (Open JTalk, voice "Mei" of the MMDAgent project, CC BY 3.0); nothing is loaded from elsewhere.
"""
import json
import os
import re
import struct
import subprocess
import sys
import unicodedata

# What the package prints must not come between the frames.
OUTPUT = os.fdopen(os.dup(1), "wb")
os.dup2(os.open(os.devnull, os.O_WRONLY), 1)

import numpy as np  # noqa: E402
import pyopenjtalk  # noqa: E402

PLAIN = {"use_sudachi_kanji_yomi": False, "predict_nani": False}
NATIVE_RATE = 48000


def readable(text, readings):
    """The text with kana for Latin words that are romaji and would be spelled letter by letter, and what those kana stood for."""
    replaced = {}

    def word(match):
        found = match.group()
        kana = readings.get(found.lower())
        # Spelled out, a letter takes about two kana.
        if kana is None or len(found) < 3 or len(pyopenjtalk.g2p(found, kana=True, **PLAIN)) < 1.7 * len(found):
            return found
        replaced[kana] = found
        return kana

    return re.sub(r"[A-Za-z]+", word, text), replaced


def words_of(text, replaced):
    """(surface, morae) of each word that is spoken."""
    features = pyopenjtalk.run_frontend(text, **PLAIN)
    spoken = [feature for feature in features if feature["mora_size"] > 0]
    return [(replaced.get(feature["string"], unicodedata.normalize("NFKC", feature["string"])), feature["mora_size"]) for feature in spoken]


def resampled(wave, rate):
    if rate == NATIVE_RATE:
        return wave
    # Everything above half the new rate goes first, or it comes back as noise.
    taps = np.sinc(np.arange(-64, 65) * rate / NATIVE_RATE) * np.hamming(129)
    smooth = np.convolve(wave, taps / taps.sum(), "same")
    count = int(len(wave) * rate / NATIVE_RATE)
    return np.interp(np.arange(count) * NATIVE_RATE / rate, np.arange(len(wave)), smooth)


def speak(request):
    pieces, marks, time = [], [], 0.0
    for part in request["parts"]:
        if "pause" in part:
            pieces.append(np.zeros(int(NATIVE_RATE * part["pause"] / 1000)))
        elif "mark" in part:
            marks.append({"time": round(time * 1000), "type": "ssml", "value": part["mark"]})
            continue
        else:
            text, replaced = readable(part["text"], request["readings"])
            if not re.search(r"\w", text):
                continue
            wave, _ = pyopenjtalk.tts(text, speed=part["rate"], half_tone=request["half_tones"], **PLAIN)
            marks.append({"time": round(time * 1000), "type": "sentence", "value": part["text"]})
            words = words_of(text, replaced)
            total, spoken, length = sum(morae for _, morae in words) or 1, 0, len(wave) / NATIVE_RATE
            for surface, morae in words:
                # Open JTalk begins and ends with a little silence.
                at = time + min(0.2, length * 0.1) + max(0, length - 0.4) * spoken / total
                marks.append({"time": round(at * 1000), "type": "word", "value": surface})
                spoken += morae
            pieces.append(wave)
        time += len(pieces[-1]) / NATIVE_RATE
    wave = np.concatenate(pieces) if pieces else np.zeros(0)
    return wave, marks


def encoded(wave, request):
    if request["format"] == "marks":
        return b""
    rate = request["sample_rate"]
    wave = resampled(wave, rate) if len(wave) else wave
    peak = np.abs(wave).max() if len(wave) else 0
    # Peaks may lie beyond 16 bits.
    if peak > 30000:
        wave = wave * (30000 / peak)
    samples = wave.astype("<i2").tobytes()
    if request["format"] == "pcm":
        return samples
    lame = ["lame", "--quiet", "-r", "-s", str(rate / 1000), "--bitwidth", "16", "--signed", "--little-endian", "-m", "m", "--resample", str(rate / 1000)]
    return subprocess.run([*lame, "-b", "48" if rate > 16000 else "24", "-", "-"], input=samples, stdout=subprocess.PIPE, check=True, timeout=30).stdout


def answer(request):
    try:
        wave, marks = speak(request)
        return {"marks": marks, "milliseconds": round(len(wave) * 1000 / NATIVE_RATE)}, encoded(wave, request)
    except Exception as error:  # the next request may well succeed
        return {"error": f"{type(error).__name__}: {error}"}, b""


def read_frame():
    head = sys.stdin.buffer.read(4)
    if len(head) < 4:
        sys.exit(0)
    return sys.stdin.buffer.read(struct.unpack(">I", head)[0])


def write_frame(content):
    OUTPUT.write(struct.pack(">I", len(content)) + content)


while True:
    header, audio = answer(json.loads(read_frame()))
    write_frame(json.dumps(header).encode())
    write_frame(audio)
    OUTPUT.flush()
