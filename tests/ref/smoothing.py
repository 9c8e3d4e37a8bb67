#!/usr/bin/env python3
"""Prints the reference numbers of the forecast models: `smoothing.py > smoothing.csv` (beside this file).

    pip install statsforecast==2.1.1 numpy==2.4.6

Each line is `case,part,numbers`. The tests in crates/models/src/forecast read the lines. What a library has comes from the library;
what only our documentation describes (folded ridge, autoregression, decayed profile) is calculated here anew with numpy.
"""
import warnings

import numpy as np
from scipy.stats import norm
from statsforecast.models import AutoCES, AutoETS, DynamicOptimizedTheta, RandomWalkWithDrift, SeasonalNaive
from statsmodels.tsa.seasonal import seasonal_decompose

warnings.filterwarnings("ignore")

# Monthly air passengers 1949-1952 (thousands), and the yearly flow of the Nile at Aswan 1871-1900.
AIR = np.array([112, 118, 132, 129, 121, 135, 148, 148, 136, 119, 104, 118, 115, 126, 141, 135, 125, 149, 170, 170, 158, 133, 114, 140,
                145, 150, 178, 163, 172, 178, 199, 199, 184, 162, 146, 166, 171, 180, 193, 181, 183, 218, 230, 242, 209, 191, 172, 194], float)
NILE = np.array([1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020,
                 960, 1180, 799, 958, 1140, 1100, 1210, 1150, 1250, 1260, 1220, 1030, 1100, 774, 840], float)
QUARTERS = np.array([100 + [30, 10, -20, -20][i % 4] + i * 7 % 11 + 0.5 * i for i in range(32)])
DAYS = np.array([200 + [30, 10, -20, -40, 0, 5, 15][i % 7] + 20 * np.sin(i / 9) + i * i * 13 % 17 for i in range(120)])
SERIES = {"air": (AIR, 12), "nile": (NILE, 1), "quarters": (QUARTERS, 4), "days": (DAYS, 7)}
AHEAD = 14


def line(case, part, numbers):
    print(f"{case},{part},{' '.join(repr(float(v)) for v in np.atleast_1d(numbers))}")


def baselines():
    for name, (y, m) in SERIES.items():
        for case, model in [("seasonal", SeasonalNaive(m)), ("drift", RandomWalkWithDrift())]:
            out = model.forecast(y=y, h=AHEAD, level=[80])
            line(f"{case} {name}", "mean", out["mean"])
            line(f"{case} {name}", "spread", (out["hi-80"] - out["mean"]) / norm.ppf(0.9))


def smoothing():
    """Fixed forms: their weights and first states, what these give, and the criterion."""
    forms = {"nile": ["ANN", "MNN", "AAN", "MAN"], "quarters": ["ANA", "AAA", "MAM", "MAA", "MNM"], "air": ["ANN", "AAN", "AAA", "MAM", "MNM"],
             "days": ["ANA", "MNM"]}
    damped = {"nile": ["AAN", "MAN"], "quarters": ["AAA", "MAM"], "air": ["AAN", "AAA", "MAM"], "days": []}
    for name, (y, m) in SERIES.items():
        for form, damp in [(f, False) for f in forms[name]] + [(f, True) for f in damped[name]]:
            model = AutoETS(season_length=m, model=form, damped=damp).fit(y)
            found = model.model_
            states = np.asarray(found["states"])[0]
            case = f"ets {name} {form}{' damped' if damp else ''}"
            count = (form[1] != "N") + 1
            # The library keeps the season newest first.
            season = states[count:][::-1] if form[2] != "N" else []
            par = dict(zip(["alpha", "beta", "gamma", "phi"], found["par"][:4]))
            pick = lambda k, used, other: par[k] if used and np.isfinite(par[k]) else other
            trend = form[1] != "N"
            line(case, "weights", [par["alpha"], pick("beta", trend, 0), pick("gamma", form[2] != "N", 0), pick("phi", trend, 1)])
            line(case, "states", [states[0], states[1] if trend else 0, *season])
            line(case, "aicc", found["aicc"])
            line(case, "mean", model.predict(h=AHEAD)["mean"])
        found = AutoETS(season_length=m).fit(y)
        line(f"ets {name} chosen", "mean", found.predict(h=AHEAD)["mean"])
        line(f"ets {name} chosen", "aicc", found.model_["aicc"])


def theta():
    for name, (y, m) in SERIES.items():
        model = DynamicOptimizedTheta(season_length=m).fit(y)
        par = model.model_["par"]
        line(f"theta {name}", "point", [par["initial_smoothed"], par["alpha"], par["theta"]])
        line(f"theta {name}", "mean", model.predict(h=AHEAD)["mean"])
        if m > 1:
            line(f"theta {name}", "factors", seasonal_decompose(y, model="multiplicative", period=m).seasonal[:m])


def complex_smoothing():
    for name, (y, m) in SERIES.items():
        for form in "N" if m == 1 else "NSPF":
            model = AutoCES(season_length=m, model=form).fit(y)
            par = [v for v in model.model_["par"].values() if np.isfinite(v)]
            # The library finds the first states by running backwards; ours are the ones before that.
            states, lags = np.asarray(model.model_["states"], float), 1 if form == "N" else m
            line(f"ces {name} {form}", "point", par)
            line(f"ces {name} {form}", "level", states[lags - 1, :2])
            if form != "N":
                cycle = states[:lags, :2] if form == "S" else states[:lags, 2:]
                line(f"ces {name} {form}", "cycle", cycle[:, 0])
                line(f"ces {name} {form}", "partner", cycle[:, 1] if cycle.shape[1] > 1 else 0 * cycle[:, 0])
            line(f"ces {name} {form}", "squares", np.sum(np.asarray(model.model_["actual_residuals"], float) ** 2))
            line(f"ces {name} {form}", "mean", model.predict(h=AHEAD)["mean"])


STRENGTHS = [1e-4, 1e-3, 1e-2, 0.1, 0.3, 1.0, 10.0]


def ridge(rows, targets):
    """Mean of ridges of several strengths, weighted by their left-out errors: the rule and the left-out deviation."""
    x, t = np.asarray(rows, float), np.asarray(targets, float)
    n, centre, level, scale = len(t), x.mean(axis=0), t.mean(), x.std(axis=0)
    z, fits = (x - centre) / scale, []
    for strength in STRENGTHS:
        inverse = np.linalg.inv(z.T @ z + strength * n * np.eye(z.shape[1]))
        slopes = inverse @ z.T @ (t - level)
        pull = np.diag(z @ inverse @ z.T) + 1 / n
        fits.append((slopes, np.mean((((t - level) - z @ slopes) / np.maximum(1 - pull, 0.02)) ** 2)))
    best = min(f[1] for f in fits)
    weights = np.array([np.exp(-0.5 * n * (loss / best - 1)) for _, loss in fits])
    slopes = sum(w * f[0] for w, f in zip(weights, fits)) / weights.sum() / scale
    spread = np.sqrt(sum(w * f[1] for w, f in zip(weights, fits)) / weights.sum())
    return (lambda row: level + (np.asarray(row) - centre) @ slopes), slopes, spread


def autoregression():
    for name, (y, m) in SERIES.items():
        lags = {1, 2, 3} | ({m - 1, m, m + 1} if m > 1 else set()) | ({2 * m} if m > 1 and len(y) >= 3 * m + 16 else set())
        lags = sorted(l for l in lags if l > 0)
        if len(y) < lags[-1] + 16:
            continue
        rule, slopes, spread = ridge([[y[t - l] for l in lags] for t in range(lags[-1], len(y))], y[lags[-1]:])
        values, echo, mean, spreads = list(y), [0.0] * len(y), [], []
        for h in range(AHEAD):
            mean.append(rule([values[-l] for l in lags]))
            values.append(mean[-1])
            echo.append(1.0 if h == 0 else float(np.dot([echo[-l] for l in lags], slopes)))
            spreads.append(spread * np.sqrt(np.sum(np.square(echo))))
        line(f"regression {name}", "mean", mean)
        line(f"regression {name}", "spread", spreads)


def folded():
    """Levels of whole cycles by ridge over their logarithms, times a shape that is shrunk toward flat."""
    for name in ["quarters", "days"]:
        y, m = SERIES[name]
        cycles = y[len(y) % m:].reshape(-1, m)
        means, k = cycles.mean(axis=1), len(y) // m
        parts, decay = cycles / means[:, None], 0.9 ** np.arange(k - 1, -1, -1)
        raw = decay @ parts / decay.sum()
        chance = np.sum((parts - raw) ** 2) / (k * m - m) * np.sum(decay**2) / decay.sum() ** 2
        seen = np.sum((raw - 1) ** 2) / (m - 1)
        shape = 1 + max(0, 1 - chance / seen) * (raw - 1)
        levels = np.log(means)
        rule, _, _ = ridge([[levels[i - 1], levels[i - 2], i] for i in range(2, k)], levels[2:])
        mean = []
        while len(mean) < AHEAD:
            low, high = levels[:k].min(), levels[:k].max()
            levels = np.append(levels, np.clip(rule([levels[-1], levels[-2], len(levels)]), 2 * low - high, 2 * high - low))
            mean += list(np.exp(levels[-1]) * shape)
        line(f"folded {name}", "mean", mean[:AHEAD])


def decomposed():
    """Profile of the detrended values, older cycles weighing less, and the library's smoothing of the rest."""

    def decayed(values, m):
        means = np.zeros(m)
        for place in range(m):
            seen = values[place::m]
            seen = seen[np.isfinite(seen)]
            weights = 0.8 ** np.arange(len(seen) - 1, -1, -1)
            means[place] = weights @ seen / weights.sum()
        return means

    for name in ["quarters", "days"]:
        y, m = SERIES[name]
        half, at = m // 2, np.arange(len(y)) % m
        kernel = np.full(m, 1 / m) if m % 2 else np.r_[0.5, np.ones(m - 1), 0.5] / m
        trend = np.full(len(y), np.nan)
        trend[half:len(y) - half] = np.convolve(y, kernel, "valid")
        profile, factors = decayed(y - trend, m), decayed(y / trend, m)
        profile, factors = profile - profile.mean(), factors / factors.mean()
        line(f"decomposed {name}", "profile", profile)
        ahead = (len(y) + np.arange(AHEAD)) % m
        step = lambda values: np.mean(np.abs(np.diff(values)))
        is_ratio = step(y / factors[at]) < step(y - profile[at])
        model = AutoETS(season_length=1, model="ZZN")
        if is_ratio:
            line(f"decomposed {name}", "mean", model.forecast(y=y / factors[at], h=AHEAD)["mean"] * factors[ahead])
        else:
            line(f"decomposed {name}", "mean", model.forecast(y=y - profile[at], h=AHEAD)["mean"] + profile[ahead])


for name, (y, _) in SERIES.items():
    line(name, "values", y)
for part in [baselines, smoothing, theta, complex_smoothing, autoregression, folded, decomposed]:
    part()
