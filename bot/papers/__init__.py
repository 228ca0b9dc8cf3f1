"""Papers: signed commitments as A4 pages in Chinese. Laid out in a child process, kept on disk, sent to the signer."""
