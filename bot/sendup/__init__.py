"""The file for a platform above (报送文件): documented JSON and CSV of one quarter. Fields: docs/send-up.md."""
