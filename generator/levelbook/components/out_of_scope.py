"""What a source does not go as far as, said once for all the competencies that lack it for one reason."""

from collections import Counter

from levelbook.localized.absence import Absence, absence_of
from levelbook.model.handbook import Sequence
from levelbook.site.context import Context


def said_once(ctx: Context, sequence: Sequence) -> Absence | None:
    """The commonest reason why competencies have no wording; none where no two of them share one."""
    lacking = (one for _, one in ctx.all_members(sequence) if one.out_of_scope)
    found = Counter(made for one in lacking if (made := absence_of(ctx, one)))
    reason, n = next(iter(found.most_common(1)), (None, 0))
    return reason if n > 1 else None
