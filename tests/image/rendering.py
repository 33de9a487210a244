# SPDX-License-Identifier: MIT
"""How ExifTool (12.57, -G1 -n) names and renders what a file says, so that its
values can be compared with cutline's, which stand as they do in the file.

key_of() turns ExifTool's "XMP-dc:Creator" into our "xmp:dc:creator" (compared
without case); render() turns one of our values into ExifTool's form:
IIM and XMP dates with colons, rationals and GPS positions as decimals, PLUS
vocabulary without its URI. Whatever is not listed is compared as it stands,
white space folded.
"""
import re

GROUPS = {
    "EXIF": "exif", "IFD0": "exif", "ExifIFD": "exif", "GPS": "exif",
    "IPTC": "iim",
    "XMP-dc": "xmp:dc", "XMP-photoshop": "xmp:photoshop",
    "XMP-iptcCore": "xmp:Iptc4xmpCore", "XMP-iptcExt": "xmp:Iptc4xmpExt",
    "XMP-xmp": "xmp:xmp", "XMP-xmpRights": "xmp:xmpRights",
    "XMP-xmpMM": "xmp:xmpMM", "XMP-plus": "xmp:plus",
    "XMP-getty": "xmp:GettyImagesGIFT", "XMP-exif": "xmp:exif",
    "XMP-exifEX": "xmp:exifEX", "XMP-aux": "xmp:aux", "XMP-tiff": "xmp:tiff",
    "XMP-lr": "xmp:lr", "XMP-mwg-rs": "xmp:mwg-rs",
}
NUMBER_TOLERANCE = 1e-6
XMP_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})[T ](\d{2}:\d{2})(:\d{2})?"
                      r"\s*(\S*)$")
XMP_PARTIAL = re.compile(r"(\d{4})(-\d{2}){0,2}")
XMP_DATES = re.compile(r"(date|datetime)(original|digitized|created)?$|"
                       r"(lastedited|when|dateacquired)$")
IIM_DATES = ("datecreated", "digitalcreationdate", "releasedate",
             "expirationdate")
IIM_TIMES = ("timecreated", "digitalcreationtime", "releasetime",
             "expirationtime")
VOCABULARY = "http://ns.useplus.org/ldf/vocab/"


def fold(value):
    return " ".join(str(value).split())


def key_of(key):
    """Our name of ExifTool's tag, in lower case; None if we have none."""
    group, _, name = key.partition(":")
    if not name or group not in GROUPS:
        return None
    # A text in another language has it behind its name.
    name = re.sub(r"-[a-z]{2,3}(-[A-Za-z]{2,4})?$", "", name)
    return f"{GROUPS[group]}:{name}".lower()


def xmp_date(text):
    whole = XMP_DATE.match(text)
    if whole:
        y, m, d, hm, s, rest = whole.groups()
        return f"{y}:{m}:{d} {hm}{s or ''}{rest}"
    return text.replace("-", ":") if XMP_PARTIAL.match(text) else text


def iim_date(text):
    return re.sub(r"(\d{4})\D*(\d{2})\D*(\d{2})$", r"\1:\2:\3", text)


def iim_time(text):
    text = re.sub(r"^(\d{2})(\d{2})(\d{2})", r"\1:\2:\3",
                  text.replace(" ", ":"))
    return re.sub(r"([+-]\d{2})(\d{2})\s*$", r"\1:\2", text)


def xmp_degrees(text):
    """"38,53.4142N" and "56,0,45N" as a decimal with a sign."""
    found = re.match(r"\s*(\d+),([\d.]+)(?:,([\d.]+))?([NSEW]?)$", text)
    if not found:
        return text
    d, m, s, half = found.groups()
    value = float(d) + float(m) / 60 + float(s or 0) / 3600
    return repr(-value if half in "SW" and half else value)


def numbers(text):
    """Each "n/d" of a list as a decimal, 0 under it as ExifTool's words."""
    def one(match):
        n, d = int(match[1]), int(match[2])
        if d == 0:
            return "inf" if n else "undef"
        return repr(n / d)
    return re.sub(r"(?<!\S)(-?\d+)/(-?\d+)(?!\S)", one, text)


def sexagesimal(text):
    """Three rationals of a position as degrees."""
    parts = [p for p in numbers(text).split()]
    try:
        parts = [0 if p == "undef" else float(p) for p in parts]
    except ValueError:
        return text
    return repr(sum(p / 60 ** i for i, p in enumerate(parts)))


def gps_time(text):
    parts = numbers(text).split()
    try:
        h, m, s = (0 if p == "undef" else float(p) for p in parts)
    except ValueError:
        return text
    text = f"{h:02.0f}:{m:02.0f}:{s:09.6f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def render_exif(name, text):
    if name in ("gpslatitude", "gpslongitude"):
        return sexagesimal(text)
    if name == "gpstimestamp":
        return gps_time(text)
    if name == "gpsdatestamp":
        return iim_date(text)
    return numbers(text)


def render_xmp(name, text):
    if re.search(r"gps(dest)?(latitude|longitude)$", name):
        return xmp_degrees(text)
    if XMP_DATES.search(name):
        return xmp_date(text)
    return numbers(text.removeprefix(VOCABULARY))


def render(key, text):
    """One of our values as ExifTool shows it; key as of key_of()."""
    block, _, name = key.partition(":")
    name = name.rpartition(":")[2]
    if block == "iim":
        if name in IIM_DATES:
            return iim_date(text)
        return iim_time(text) if name in IIM_TIMES else text
    return render_exif(name, text) if block == "exif" else \
        render_xmp(name, text)


def same_word(a, b):
    if a == b:
        return True
    try:
        a, b = float(a), float(b)
    except ValueError:
        return False
    return abs(a - b) <= NUMBER_TOLERANCE * max(1, abs(a), abs(b))


def same(want, have):
    """Equal texts; or words that are, as numbers if not otherwise."""
    if want == have:
        return True
    a, b = want.split(), have.split()
    return len(a) == len(b) > 0 and all(map(same_word, a, b))
