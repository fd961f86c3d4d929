package cache

import "sync"

type cache struct {
	mu    sync.Mutex
	guard sync.RWMutex
	items map[string]string
}

func (c *cache) get(key string) string {
	c.mu.Lock()
	value, ok := c.items[key]
	// ruleid: go.correctness.return-while-locked
	if !ok {
		return ""
	}
	c.mu.Unlock()
	return value
}

func (c *cache) size() int {
	c.guard.RLock()
	// ruleid: go.correctness.return-while-locked
	if c.items == nil {
		return 0
	}
	n := len(c.items)
	c.guard.RUnlock()
	return n
}

func (c *cache) put(key, value string) bool {
	c.mu.Lock()
	// ok: go.correctness.return-while-locked
	if c.items == nil {
		c.mu.Unlock()
		return false
	}
	c.items[key] = value
	c.mu.Unlock()
	// ok: go.correctness.return-while-locked
	if key == "" {
		return false
	}
	return true
}

func (c *cache) drop(key string) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	// ok: go.correctness.return-while-locked
	if c.items == nil {
		return false
	}
	delete(c.items, key)
	return true
}
