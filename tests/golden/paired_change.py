"""Makes paired_change.json: 1,000 random groups and what SciPy says of them.

    python3 -m venv venv && venv/bin/pip install scipy
    venv/bin/python tests/golden/paired_change.py > tests/golden/paired_change.json

Scores are kept as sums over `k` answered items, so that nothing is rounded on the way.
"""

import json
import random

import numpy as np
from scipy import stats

draw = random.Random(20261125)
groups = []
while len(groups) < 1000:
    n, k = draw.randint(2, 40), draw.choice([1, 4, 5, 6])
    start = [draw.randint(k, 5 * k) for _ in range(n)]
    end = [min(5 * k, max(k, s + draw.randint(-k, 2 * k))) for s in start]
    x, y = np.array(start) / k, np.array(end) / k
    if len(set(start)) == 1 or len(set(end)) == 1 or len({e - s for s, e in zip(start, end)}) == 1:
        continue  # undefined cases have tests of their own
    test = stats.ttest_rel(y, x)
    low, high = test.confidence_interval(0.95)
    sd_start, sd_end = stats.tstd(x), stats.tstd(y)
    change = np.mean(y - x)
    groups.append(
        {
            "k": k,
            "start": start,
            "end": end,
            "mean_start": x.mean(),
            "mean_end": y.mean(),
            "sd_start": sd_start,
            "sd_end": sd_end,
            "change": change,
            "sd_change": stats.tstd(y - x),
            "se": stats.sem(y - x),
            "t": stats.t.ppf(0.975, n - 1),
            "low": low,
            "high": high,
            "r": stats.pearsonr(x, y).statistic,
            "g_av": (1 - 3 / (4 * (n - 1) - 1)) * change / ((sd_start + sd_end) / 2),
        }
    )
print("[\n" + ",\n".join(json.dumps(group, default=float) for group in groups) + "\n]")
