"""The program that bench:etl compares with: the same raw files in pandas, as in a student's script.

It reads the three files with read_csv (every column as text, so that guessing types costs no time), parses the literal
columns that the bot needs with ast.literal_eval (genres, companies, countries, languages and collection of a film, cast,
crew, keywords), makes one row of each entry (explode), drops duplicates and incomplete rows, parses numbers and dates,
computes the return, and writes one file for each table (pickle, the fastest format of pandas without other packages).
It is not slowed down on purpose: list comprehensions take rows apart, not apply(pd.Series). It does less than the ETL:
no stitching of cut films, no folded names, no ids for people without one, no rejects with reasons, no checks, no
compressed Parquet and no manifest.

usage: python3 pandas_etl.py RAW_FOLDER TARGET_FOLDER
Prints one line of JSON with the peak memory in KB, the CPU time and the rows of each table. The caller measures the time.
"""

import ast
import json
import os
import resource
import sys

import pandas as pd

source, target = sys.argv[1], sys.argv[2]


def literals(column):
    """The values of a column of Python literals. A blank cell is an empty list."""
    return [ast.literal_eval(text) if isinstance(text, str) and text else [] for text in column]


def exploded(ids, lists, fields):
    """One row for each entry of the lists: the film's id, the entry's position and some of its fields."""
    table = pd.DataFrame({"movie_id": ids, "entry": lists}).explode("entry").dropna(subset=["entry"])
    table["position"] = table.groupby("movie_id").cumcount()
    for field in fields:
        table[field] = [entry.get(field) for entry in table["entry"]]
    return table.drop(columns="entry")


def write(name, table):
    table.to_pickle(os.path.join(target, name + ".pkl"))
    rows[name] = len(table)


rows = {}

movies = pd.read_csv(os.path.join(source, "movies_metadata.csv"), dtype=str, keep_default_na=False)
for column in ["id", "budget", "revenue", "popularity", "vote_average", "vote_count", "runtime"]:
    movies[column] = pd.to_numeric(movies[column], errors="coerce")
movies = movies.dropna(subset=["id", "vote_count"])
movies["id"] = movies["id"].astype("int64")
movies = movies.sort_values(["vote_count", "popularity"], ascending=False, kind="stable").drop_duplicates("id")
movies["release_date"] = pd.to_datetime(movies["release_date"], format="%Y-%m-%d", errors="coerce")
movies["release_year"] = movies["release_date"].dt.year
movies["release_month"] = movies["release_date"].dt.month
movies["release_weekday"] = movies["release_date"].dt.dayofweek + 1
money = (movies["budget"] > 0) & (movies["revenue"] > 0)
movies["return"] = (movies["revenue"] / movies["budget"]).where(money, 0)
collections = literals(movies["belongs_to_collection"])
movies["collection_id"] = [one.get("id") if isinstance(one, dict) else None for one in collections]
movies["collection"] = [one.get("name") if isinstance(one, dict) else None for one in collections]

lists = {
    "movie_genres": ("genres", ["id", "name"]),
    "movie_companies": ("production_companies", ["id", "name"]),
    "movie_countries": ("production_countries", ["iso_3166_1", "name"]),
    "movie_languages": ("spoken_languages", ["iso_639_1", "name"]),
}
for name, (column, fields) in lists.items():
    table = exploded(movies["id"], literals(movies[column]), fields)
    write(name, table.drop_duplicates(["movie_id", fields[0]]))
    movies = movies.drop(columns=column)
write("movies", movies.drop(columns="belongs_to_collection"))

keywords = pd.read_csv(os.path.join(source, "keywords.csv"))
table = exploded(keywords["id"], literals(keywords["keywords"]), ["id", "name"])
table = table[table["movie_id"].isin(movies["id"])]
write("movie_keywords", table.drop_duplicates(["movie_id", "id"]))

credits = pd.read_csv(os.path.join(source, "credits.csv"))
credits = credits[credits["id"].isin(movies["id"])]
cast = exploded(credits["id"], literals(credits["cast"]), ["id", "name", "character", "order"])
cast = cast.dropna(subset=["name"]).sort_values(["movie_id", "order"], kind="stable")
cast = cast.drop_duplicates(["movie_id", "id"])
write("cast_members", cast)
crew = exploded(credits["id"], literals(credits["crew"]), ["id", "name", "department", "job"])
crew = crew.dropna(subset=["name", "job"]).drop_duplicates(["movie_id", "id", "job"])
write("crew_members", crew)

acts = cast.groupby("id").agg(name=("name", "first"), cast_films=("movie_id", "nunique"))
directs = crew[crew["job"] == "Director"].groupby("id").agg(directed_films=("movie_id", "nunique"))
works = crew.groupby("id").agg(name=("name", "first"))
people = acts.join(directs, how="outer").combine_first(works)
write("people", people)

used = resource.getrusage(resource.RUSAGE_SELF)
cpu = used.ru_utime + used.ru_stime
print(json.dumps({"peak_kb": used.ru_maxrss, "cpu_s": cpu, "rows": rows, "pandas": pd.__version__}))
