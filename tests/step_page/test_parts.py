"""The parts of a page as one file: the policy has the hash of each style and of the script."""

from minibackprop.step_page.parts import filled_in, policy, text_in_package

OF_NOTHING = "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="  # the published SHA-256 of no bytes
OF_ABC = "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="  # and of the bytes abc, both in base 64


def test_the_policy_has_the_hash_of_each_style_and_of_the_script() -> None:
    assert policy(["", "abc"], "abc") == (
        f"default-src 'none'; style-src '{OF_NOTHING}' '{OF_ABC}'; script-src '{OF_ABC}'; base-uri 'none'; "
        "form-action 'none'; require-trusted-types-for 'script'"
    )


def test_each_part_is_filled_in_once_and_braces_in_it_are_left() -> None:
    assert filled_in("{{a}}-{{b}}-{{a}}", {"a": "{{b}}", "b": "{"}) == "{{b}}-{-{{b}}"


def test_a_file_of_the_package_is_read_as_text() -> None:
    assert text_in_package("minibackprop.step_page", "page.html").startswith("<!DOCTYPE html>\n<html")
