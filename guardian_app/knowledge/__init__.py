"""What Guardian knows: a folder of TOML files, or the one pack built from it."""

from guardian_app.knowledge.folder import Fault, read_folder
from guardian_app.knowledge.lint import find_faults
from guardian_app.knowledge.pack import build_pack, load_pack

__all__ = ["Fault", "build_pack", "find_faults", "load_pack", "read_folder"]
