"""Which prompt a model is asked with by default."""

import pytest

from summarizer.client import choose_model, default_prompt


@pytest.mark.parametrize(
    ("model", "prompt"),
    [
        ("local", "small"),
        ("Qwen2.5-1.5B-Instruct", "small"),
        ("llama3.2:3b", "small"),
        ("qwen3:4b", "summary"),
        ("qwen3-30b-a3b", "summary"),
        ("a-model-of-unknown-size", "summary"),
    ],
)
def test_models_under_four_billion_parameters_are_asked_for_little(model, prompt):
    url = None if model == "local" else "http://127.0.0.1:9/v1"
    assert default_prompt(choose_model(model, base_url=url)) == prompt
