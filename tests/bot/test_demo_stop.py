"""Ctrl-C in the moment the demo says its address, before the bot behind it is up."""

import os
import signal
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_ctrl_c_right_after_the_address_stops_it_cleanly(tmp_path: Path) -> None:
    environment = {**os.environ, "PORT": "0", "ANWEN_DATA_DIR": str(tmp_path / "demo")}
    environment.pop("ANWEN_TOKEN", None)
    command = [sys.executable, "-m", "bot", "demo"]
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert any("http://127.0.0.1:" in line for line in process.stdout)
        process.send_signal(signal.SIGINT)
        said, complained = process.communicate(timeout=60)
    assert process.returncode == 0, complained
    assert "演示已停止" in said
    assert "Traceback" not in complained
