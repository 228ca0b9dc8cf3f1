"""The types of an XLSForm's rows and the kinds of our questions, both ways."""

from collections.abc import Mapping

# Types by the kind they become. Aliases are those that pyxform still reads.
KINDS: Mapping[str, str] = {
    **dict.fromkeys(("text", "string", "q string", "add text prompt"), "text"),
    **dict.fromkeys(("integer", "int", "q int", "add integer prompt", "decimal", "q decimal", "add decimal prompt"), "number"),
    **dict.fromkeys(("range", "percentage"), "number"),
    **dict.fromkeys(("number of days in last month", "number of days in last six months", "number of days in last year"), "number"),
    **dict.fromkeys(("date", "q date", "add date prompt"), "date"),
    "time": "time",
    **dict.fromkeys(("select one", "select_one", "q select1"), "single"),
    **dict.fromkeys(("select all that apply", "select_multiple", "q select"), "multi"),
    **dict.fromkeys(("photo", "image", "q picture", "q image"), "photo"),
    "file": "file",
    **dict.fromkeys(("geopoint", "location", "gps", "q geopoint", "q location", "add location prompt"), "place"),
    **dict.fromkeys(("barcode", "q barcode", "add barcode prompt"), "code"),
    **dict.fromkeys(("phone number",), "code"),
    **dict.fromkeys(("acknowledge", "trigger", "q acknowledge", "add acknowledge prompt"), "yesno"),
    **dict.fromkeys(("calculate", "q calculate", "add calculate prompt"), "calculated"),
}  # fmt: skip
WHOLE = frozenset({"integer", "int", "q int", "add integer prompt", "percentage"})
MOMENTS = frozenset(
    {
        "dateTime",
        "datetime",
        "date time",
        "q date time",
        "q dateTime",
        "add date time prompt",
        "add dateTime prompt",
    }
)
NOTES = frozenset({"note", "q note", "add note prompt"})
# What a type allows by itself.
RANGES: Mapping[str, tuple[int, int]] = {
    "percentage": (0, 100),
    "number of days in last month": (0, 31),
    "number of days in last six months": (0, 183),
    "number of days in last year": (0, 365),
}
DIGITS = "[0-9]+"  # how a phone number is written
# What the record of every answer and every check holds anyway: when, who, in which order.
RECORDED = frozenset({
    "start", "end", "today", "start time", "end time", "get start time", "get end time", "get today",
    "audit", "username", "uri:username", "phonenumber", "uri:phonenumber", "get phone number",
})  # fmt: skip
# Why a type becomes nothing.
REASONS: Mapping[str, str] = {
    **dict.fromkeys(("audio", "q audio", "add audio prompt", "background-audio"), "audio"),
    **dict.fromkeys(("video", "q video", "add video prompt"), "video"),
    **dict.fromkeys(("geotrace", "geoshape", "q geotrace", "q geoshape"), "area"),
    **dict.fromkeys(("start-geopoint", "background-geopoint"), "unasked-place"),
    **dict.fromkeys(("deviceid", "device id", "imei", "uri:deviceid", "get device id"), "device"),
    **dict.fromkeys(("subscriberid", "subscriber id", "uri:subscriberid", "get subscriber id"), "device"),
    **dict.fromkeys(("simserial", "sim id", "uri:simserial", "get sim id"), "device"),
    **dict.fromkeys(("email", "uri:email"), "device"),
    "rank": "rank",
    "osm": "osm",
    "hidden": "hidden",
    **dict.fromkeys(("xml-external", "csv-external"), "other-file"),
    **dict.fromkeys(("select one external", "select_one_external"), "other-file"),
}

TYPES: Mapping[str, str] = {  # of our kinds, for an export
    "yesno": "select_one",
    "single": "select_one",
    "multi": "select_multiple",
    "number": "decimal",
    "date": "date",
    "time": "time",
    "text": "text",
    "photo": "image",
    "file": "file",
    "place": "geopoint",
    "code": "barcode",
    "calculated": "calculate",
}
