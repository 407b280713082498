using BenchmarkDotNet.Running;

// Micro-benchmarks of single structures: `dotnet run -c Release -- --filter '*Name*'`.
// The comparison with other servers is compare.sh beside this file.
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
