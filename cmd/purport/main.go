// Command purport reads English articles and prints the claims they make:
// each with its hedging level, source, polarity, cues, entities and dates.
//
// Start with app.go, which lists the commands; each has a file of its own.
// extract.go is the main job.
package main

import "os"

func main() { os.Exit(Main(os.Args, os.Stdin, os.Stdout, os.Stderr)) }
