"""How a fault looks on the wire: silence, a cut connection, a server error, a wait."""

import asyncio
import socket
import struct

from aiohttp.web import BaseRequest, Response

from bot.sandbox.telegram.errors import Refused, too_many
from bot.sandbox.telegram.faults import Fault, FaultKind

BEFORE = {FaultKind.DROP, FaultKind.RESET, FaultKind.SERVER_ERROR, FaultKind.TOO_MANY}
AFTER = {FaultKind.TIMEOUT_AFTER_DELIVERY, FaultKind.RESET_AFTER_DELIVERY}
_reset_on_close = struct.pack("ii", 1, 0)


def refusal(fault: Fault) -> Refused:
    """What the log says about a call that never took effect."""
    if fault.kind is FaultKind.TOO_MANY:
        return too_many(max(1, round(fault.wait)))
    return Refused(502, "Bad Gateway")


async def play(request: BaseRequest, fault: Fault) -> Response | None:
    """Let the connection suffer; gives None where the normal answer is sent after all."""
    if fault.kind in {FaultKind.DROP, FaultKind.TIMEOUT_AFTER_DELIVERY, FaultKind.DELAY}:
        await asyncio.sleep(fault.wait)
    if fault.kind in {FaultKind.DELAY, FaultKind.SERVER_ERROR, FaultKind.TOO_MANY}:
        return None
    _cut(request)
    return Response()


def _cut(request: BaseRequest) -> None:
    transport = request.transport
    if transport is None:
        return
    link = transport.get_extra_info("socket")
    if link is not None:
        link.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _reset_on_close)
    transport.abort()
