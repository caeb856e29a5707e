#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""make-bells.py: writes bell-soft.wav and bell-end.wav beside itself.

A bell is a few partials, each a sine that fades, the higher ones faster. The ratios are those of a small bronze bell.
"""
import math
import pathlib
import struct
import wave

RATE = 22050
PARTIALS = [(0.5, 0.35, 1.0), (1.0, 1.0, 1.0), (1.2, 0.35, 0.8), (1.5, 0.25, 0.7), (2.0, 0.5, 0.5), (2.66, 0.18, 0.35)]


def bell(strokes, seconds, loudness):
    """Strokes are (at, pitch, strength); the samples run from -1 to 1."""
    samples = [0.0] * int(seconds * RATE)
    for at, pitch, strength in strokes:
        for ratio, part, lasting in PARTIALS:
            for i in range(int(at * RATE), len(samples)):
                t = i / RATE - at
                attack = min(t / .006, 1)
                samples[i] += strength * part * attack * math.exp(-t * 3.2 / lasting) * math.sin(2 * math.pi * pitch * ratio * t)
    top = max(abs(s) for s in samples)
    # the last 50 ms fade out, so that nothing clicks
    fade = int(.05 * RATE)
    return [s / top * loudness * min((len(samples) - i) / fade, 1) for i, s in enumerate(samples)]


def write(name, samples):
    with wave.open(str(pathlib.Path(__file__).with_name(name)), 'wb') as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(b''.join(struct.pack('<h', round(s * 32767)) for s in samples))


write('bell-soft.wav', bell([(0, 880, 1)], 1.4, .35))
write('bell-end.wav', bell([(0, 660, 1), (.42, 880, .8)], 2.2, .6))
