package pgtest

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"time"

	"github.com/testcontainers/testcontainers-go"
	"github.com/testcontainers/testcontainers-go/modules/postgres"
)

// healthTimeout bounds the question whether a Docker engine answers.
const healthTimeout = 3 * time.Second

// docker runs a container of the product's database image. testcontainers'
// reaper removes it some seconds after the test process has ended.
func docker(ctx context.Context) (string, error) {
	if err := dockerHealth(ctx); err != nil {
		return "", fmt.Errorf("%w: %w", errAbsent, err)
	}
	image, err := databaseImage()
	if err != nil {
		return "", err
	}
	c, err := postgres.Run(ctx, image,
		postgres.BasicWaitStrategies(),
		testcontainers.WithCmdArgs("-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off",
			"-c", "max_connections=200", "-c", "jit=off"),
	)
	if err != nil {
		return "", fmt.Errorf("run %s: %w", image, err)
	}
	return c.ConnectionString(ctx, "sslmode=disable")
}

// dockerHealth asks the engine. testcontainers panics on some machines that
// have none.
func dockerHealth(ctx context.Context) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%v", r)
		}
	}()
	ctx, cancel := context.WithTimeout(ctx, healthTimeout)
	defer cancel()
	provider, err := testcontainers.NewDockerProvider()
	if err != nil {
		return err
	}
	defer provider.Close()
	return provider.Health(ctx)
}

// databaseImage is the image of the service db in docker-compose.yml, the one
// place where its version stands.
func databaseImage() (string, error) {
	root, err := moduleRoot()
	if err != nil {
		return "", err
	}
	b, err := os.ReadFile(filepath.Join(root, "docker-compose.yml"))
	if err != nil {
		return "", err
	}
	m := imageLine.FindAllSubmatch(b, -1)
	if len(m) != 1 {
		return "", fmt.Errorf("docker-compose.yml names %d postgis/postgis images with a version, want 1", len(m))
	}
	return string(m[0][1]), nil
}

var imageLine = regexp.MustCompile(`(?m)^\s*image:\s*(postgis/postgis:\d+-\d+\.\d+)\s*$`)
