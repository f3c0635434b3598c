# The commands of this house. `make` alone lists them.
.DEFAULT_GOAL := help
.PHONY: help up down reset token test check infra cost bench fuzz soak

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-7s %s\n", $$1, $$2 }' Makefile

up: ## install what is missing, build, start everything on loopback; DETACH=1 returns when ready
	@deploy/local/up.sh

down: ## stop everything
	@deploy/local/down.sh

reset: ## stop everything and forget all local data
	@deploy/local/reset.sh

token: ## print an access token of the demo learner, for curl
	@deploy/local/token.sh

test: ## all tests: unit, thread and address sanitizer, end to end, infrastructure
	@deploy/local/test.sh

check: ## formatting, shell, Python, paths
	@deploy/local/check.sh

infra: ## write the templates of the AWS system into .local/infra
	@deploy/local/infra.sh

cost: ## print what the AWS system costs in a month, idle and at 100 users
	@deploy/local/cost.sh

bench: ## measure beside nginx and FastAPI; BENCH_SECONDS, BENCH_ROUNDS
	@deploy/local/bench.sh

fuzz: ## fuzz every parser; FUZZ_SECONDS per target, FUZZ_TARGETS
	@deploy/local/fuzz.sh

soak: ## attack a running server beside ordinary load for SOAK_MINUTES
	@deploy/local/soak.sh
