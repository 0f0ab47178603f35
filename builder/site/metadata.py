"""What machines read of a story: schema.org data, as a block that no browser executes."""

from __future__ import annotations

import json

from builder.model import Story, Subject

from .card import full_name
from .page import SERIES


def story_data(story: Story, description: str) -> str:
    """A ``<script type="application/ld+json">`` with the story as an Article."""
    about = {"@type": "Person" if story.subject is Subject.PERSON else "Organization", "name": full_name(story)}
    data: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": story.title,
        "description": description,
        "inLanguage": "vi",
        "about": about,
        "isPartOf": {"@type": "Book", "name": f"{SERIES} – {story.volume.label}"},
    }
    if story.author:
        data["author"] = {"@type": "Person", "name": story.author}
    if story.written_on:
        data["dateCreated"] = story.written_on.isoformat()
    return f'<script type="application/ld+json">{script_json(data)}</script>'


def script_json(data: object) -> str:
    """JSON that can stand inside a script element, whatever a story says."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
