"""The launcher as it is served."""

from __future__ import annotations

import gzip
import re

from bot.web.widget import launcher


def test_the_launcher_is_at_most_five_kilobytes():
    assert len(gzip.compress(launcher("https://www.bbc.co.uk/weather").encode(), mtime=0)) <= 5 * 1024


def test_it_is_served_compressed_to_other_sites_and_is_not_sent_again_unchanged(browser):
    answer = browser.client.get("/widget.js")
    assert answer.headers["content-type"].startswith("text/javascript")
    assert answer.headers["content-encoding"] == "gzip"
    assert answer.headers["cross-origin-resource-policy"] == "cross-origin"
    assert browser.client.get("/widget.js", headers={"If-None-Match": answer.headers["etag"]}).status_code == 304
    assert browser.client.get("/widget.js", headers={"Accept-Encoding": "identity"}).text == answer.text


def test_it_speaks_to_the_guide_alone_and_keeps_nothing(browser):
    script = browser.client.get("/widget.js").text
    targets = re.findall(r"postMessage\([^)]*?, (\w+|'[^']*'|\"[^\"]*\")\)", script)
    assert targets == ["home", "home"]
    assert "event.origin !== home" in script
    for name in ("localStorage", "sessionStorage", "document.cookie", "indexedDB", "eval(", "innerHTML"):
        assert name not in script


def test_where_leaving_leads_is_data_and_not_code():
    assert 'const to="https://x.example/\\"+alert(1)+\\"";' in launcher('https://x.example/"+alert(1)+"')
