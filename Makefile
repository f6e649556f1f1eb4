# terraform-provider-dashserv. "make" alone lists the targets.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-builtin-rules --no-print-directory
SHELL := /bin/bash

export DOTNET_NOLOGO := 1
export DOTNET_CLI_TELEMETRY_OPTOUT := 1
export DOTNET_SKIP_FIRST_TIME_EXPERIENCE := 1

PROVIDER := artifacts/provider/terraform-provider-dashserv
SIMULATOR := artifacts/bin/Dashserv.Simulator/debug/dashserv-simulator
CHAOS := artifacts/bin/Dashserv.Chaos/debug/dashserv-chaos
BUILD_FILES := $(wildcard Directory.*.props src/Directory.Build.props src/BannedSymbols.txt global.json .editorconfig)

# Directories too: their time changes when a file is added or removed.
PROVIDER_SOURCES := $(shell find src/TerraformPlugin src/Dashserv.Api src/Dashserv.Provider proto -type d -o -type f) $(BUILD_FILES)
SIMULATOR_SOURCES := $(shell find src/Dashserv.Simulator -type d -o -type f) $(BUILD_FILES)

##@ Use it
.PHONY: build
build: $(PROVIDER) ## Publish the provider to artifacts/provider/ (native AOT; about a minute, nothing to do when no source changed)

$(PROVIDER): .ci/publish $(PROVIDER_SOURCES)
	@.ci/publish $@

.PHONY: demo
demo: $(PROVIDER) $(SIMULATOR) ## Show a server's whole life on the simulator: plan, apply, resize, drift, destroy
	@examples/demo

.PHONY: simulator
simulator: $(SIMULATOR) ## Start the simulated API and serve until Ctrl-C; options by ARGS, such as ARGS="--port 8080" or ARGS=--help
	@exec $(SIMULATOR) $(ARGS)

$(SIMULATOR): $(SIMULATOR_SOURCES)
	dotnet build src/Dashserv.Simulator --verbosity quiet
	@touch $@

##@ Work on it
.PHONY: test
test: ## Build everything and run all tests; the last line counts them
	@.ci/test

.PHONY: bench
bench: $(PROVIDER) $(SIMULATOR) ## Measure what users feel, each figure beside its reference
	@bench/run

.PHONY: mutate
mutate: ## Test the tests: small faults in random places, which they must find; options by ARGS, such as ARGS="--seed 7"
	@.ci/mutate $(ARGS)

.PHONY: chaos
chaos: $(PROVIDER) ## Try to break "nobody pays twice, nothing is lost": every fault at every step, by the real CLI; hours; ARGS="--cells 100", ARGS=--help
	@dotnet build tests/Dashserv.Chaos --verbosity quiet
	@exec $(CHAOS) $(ARGS)

.PHONY: lint
lint: ## Check the formatting of C# and of the examples; the build checks the rest
	@.ci/lint

.PHONY: format
format: ## Format C# and the examples
	dotnet format dashserv.slnx
	TF_CLI_CONFIG_FILE=/dev/null terraform fmt -recursive examples

.PHONY: docs
docs: ## Generate the registry's pages in docs/ from the provider's own schema
	@docs/generate

##@ Housekeeping
.PHONY: tools
tools: ## Install what is missing: a C toolchain, hyperfine, podman (with apt-get, as root)
	@.ci/tools

.PHONY: clean
clean: ## Remove everything that was built
	rm -rf artifacts

.PHONY: help
help:
	@awk 'BEGIN { FS = ":.*## " } /^##@/ { printf "\n%s\n", substr($$0, 5) } /^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' Makefile
	@echo
