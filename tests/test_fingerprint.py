from __future__ import annotations

from pathlib import Path

import pytest

from dragoman import fingerprint as module
from dragoman.fingerprint import code_version, data_sha256, data_sha256_with, fingerprint, hash_files


def test_editing_renaming_and_adding_a_data_file_change_the_hash(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text("x = 1")
    seen = [hash_files(tmp_path)]
    (tmp_path / "a.toml").write_text("x = 2")
    seen.append(hash_files(tmp_path))
    (tmp_path / "a.toml").rename(tmp_path / "b.toml")
    seen.append(hash_files(tmp_path))
    (tmp_path / "room").mkdir()
    (tmp_path / "room" / "c.toml").write_text("")
    seen.append(hash_files(tmp_path))
    assert len(set(seen)) == 4


def test_packed_lists_count(tmp_path: Path) -> None:
    before = hash_files(tmp_path)
    (tmp_path / "gazetteer.tsv.gz").write_bytes(b"x")
    assert hash_files(tmp_path) != before


def test_a_boundary_between_files_counts(tmp_path: Path) -> None:
    for folder, parts in (("one", ("ab", "c")), ("two", ("a", "bc"))):
        (tmp_path / folder).mkdir()
        for name, part in zip(("a.toml", "b.toml"), parts, strict=True):
            (tmp_path / folder / name).write_text(part)
    assert hash_files(tmp_path / "one") != hash_files(tmp_path / "two")


def test_other_files_do_not_count(tmp_path: Path) -> None:
    before = hash_files(tmp_path)
    (tmp_path / "notes.txt").write_text("x")
    assert hash_files(tmp_path) == before


@pytest.mark.parametrize("change", [{"version": "2"}, {"data_sha256": "b"}, {"model": "n 1"}])
def test_code_data_and_model_each_change_the_fingerprint(change: dict[str, str]) -> None:
    base = {"version": "1", "data_sha256": "a", "model": "m 1"}
    assert fingerprint(**base) == fingerprint(**base) != fingerprint(**(base | change))


def test_the_package_has_a_version_and_a_hash() -> None:
    assert code_version()
    assert data_sha256() == hash_files(Path(module.__file__).parent)


def test_a_users_own_files_count_by_their_content(tmp_path: Path) -> None:
    mine = tmp_path / "mine.toml"
    mine.write_text("x = 1")
    seen = {data_sha256(), data_sha256_with([mine]), data_sha256_with([mine], only_own=True)}
    mine.write_text("x = 2")
    assert len(seen | {data_sha256_with([mine])}) == 4
    assert data_sha256_with([]) == data_sha256()
