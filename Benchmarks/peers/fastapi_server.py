"""The routes as a FastAPI user writes them: uvloop, httptools, asyncpg, access log on."""
import os
from contextlib import asynccontextmanager
from typing import Annotated

import asyncpg
import uvicorn
from fastapi import FastAPI, HTTPException, Path, Query
from fastapi.responses import PlainTextResponse
from fastapi.staticfiles import StaticFiles
from pydantic import BaseModel, Field

pool: asyncpg.Pool


@asynccontextmanager
async def lifespan(_: FastAPI):
    global pool
    async with asyncpg.create_pool(os.environ["DATABASE_URL"], min_size=4, max_size=16) as pool:
        yield


app = FastAPI(lifespan=lifespan)
app.mount("/files", StaticFiles(directory=os.environ["BENCH_FILES"]))


class Order(BaseModel):
    name: str = Field(min_length=1, max_length=100)
    quantity: int = Field(ge=1, le=1000)
    price: float = Field(ge=0)
    tags: list[str] = Field(max_length=10)


class Row(BaseModel):
    id: int
    name: str
    score: int


@app.get("/plaintext", response_class=PlainTextResponse)
async def plaintext() -> str:
    return "Hello, World!"


@app.get("/json")
async def json() -> dict[str, str]:
    return {"message": "Hello, World!"}


@app.get("/typed/{id}")
async def typed(id: Annotated[int, Path(ge=1)], limit: Annotated[int, Query(ge=1, le=500)] = 100) -> dict[str, int]:
    return {"id": id, "limit": limit}


@app.post("/echo")
async def echo(order: Order) -> Order:
    return order


@app.get("/row/{id}")
async def row(id: Annotated[int, Path(ge=1)]) -> Row:
    found = await pool.fetchrow("SELECT id, name, score FROM bench_rows WHERE id = $1", id)
    if found is None:
        raise HTTPException(404)
    return Row(**found)


class Word(BaseModel):
    id: int
    japanese: str
    romaji: str
    english: str
    correct_count: int
    wrong_count: int


class Page(BaseModel):
    items: list[Word]


WORDS = Page(
    items=[
        Word(id=n, japanese=f"言葉{n}", romaji=f"kotoba {n}", english=f"word {n}", correct_count=n * 3 % 17, wrong_count=n * 5 % 11) for n in range(1, 101)
    ]
)


@app.get("/page")
async def page() -> Page:
    return WORDS


if __name__ == "__main__":
    uvicorn.run(app, host="127.0.0.1", port=int(os.environ["LISTEN"].rpartition(":")[2]), loop="uvloop", http="httptools", access_log=True)
