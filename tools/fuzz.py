"""What the OpenAPI documents cannot say, told to Schemathesis, so that every refusal it meets is one it should not meet.

A schema knows no parameters that need each other, and none that only an earlier answer can give. All else is left to the
documents. To run against a service on this machine, as CONTRIBUTING.md says:

    SCHEMATHESIS_HOOKS=tools/fuzz.py schemathesis run http://127.0.0.1:8080/api/v1/openapi.json --checks all
"""

import schemathesis
from schemathesis import GenerationMode

POSTAL_CODES = ("15110", "19700", "00100")
# Marks that answers gave.
GIVEN = set()


def is_meant_well(case):
    """Whether the question is to be one that can be answered."""
    return case.meta is None or case.meta.generation.mode == GenerationMode.POSITIVE


@schemathesis.hook
def filter_case(context, case):
    """Leaves out questions that are refused for what the documents say in words only."""
    query = case.query or {}
    if not is_meant_well(case):
        return True
    # Distances are measured from somewhere.
    if "proximity" in query and "postcode" not in query:
        return False
    return ("lat" in query) == ("lon" in query) and ("km" not in query or "lat" in query)


@schemathesis.hook
def map_case(context, case):
    """Puts in what exists where only what exists can be asked for."""
    if not case.query or not is_meant_well(case):
        return case
    query = dict(case.query)
    # Postal codes have five digits, but most numbers with five digits are none.
    if "postcode" in query:
        query["postcode"] = POSTAL_CODES[sum(map(ord, str(query["postcode"]))) % len(POSTAL_CODES)]
    # A mark is given by an answer, and links of the document pass it on; nobody can make one up.
    if "cursor" in query and query["cursor"] not in GIVEN:
        del query["cursor"]
    case.query = query
    return case


@schemathesis.hook
def after_call(context, case, response):
    """Remembers the marks that answers give."""
    if response.status_code == 200 and response.headers.get("content-type") == ["application/json"]:
        GIVEN.add(response.json().get("next"))
