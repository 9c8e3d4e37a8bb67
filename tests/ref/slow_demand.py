#!/usr/bin/env python3
"""Prints the reference numbers of crates/models/src/forecast/sparse/tests.rs (pip install statsforecast==2.1.1)."""
import numpy as np
from statsforecast.models import ADIDA, IMAPA, TSB, CrostonClassic, CrostonSBA

SERIES = {
    "RARE": [0, 0, 3, 0, 0, 0, 1, 0, 5, 0, 0, 2, 0, 0, 0, 0, 4, 0, 1, 0, 0, 0, 2, 0, 0, 3, 0, 0, 0, 1],
    "LUMPY": [12, 0, 7, 30, 0, 0, 4, 9, 0, 22, 0, 1, 0, 0, 18, 3, 0, 6, 0, 0, 41, 0, 5, 0, 8, 0],
    "DYING": [4, 0, 2, 3, 0, 1, 2, 0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
}
MODELS = [CrostonClassic(), CrostonSBA(), TSB(alpha_d=0.1, alpha_p=0.05), ADIDA(), IMAPA()]
for name, values in SERIES.items():
    y = np.array(values, dtype=float)
    print(name, [round(float(m.forecast(y, h=1)["mean"][0]), 6) for m in MODELS])
