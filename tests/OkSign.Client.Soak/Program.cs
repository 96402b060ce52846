using System.Globalization;
using OkSign.Client.Soak;

const int Good = 0;
const int Bad = 1;
const int WrongArguments = 2;

try
{
    if (args is ["emulator", var share, var seed])
    {
        await EmulatorSide.RunAsync(double.Parse(share, CultureInfo.InvariantCulture), int.Parse(seed, CultureInfo.InvariantCulture));
        return Good;
    }

    SoakArguments arguments = SoakArguments.Parse(args);
    return await Soak.RunAsync(arguments) ? Good : Bad;
}
catch (FormatException problem)
{
    Console.Error.WriteLine(problem.Message);
    Console.Error.WriteLine("Usage: OkSign.Client.Soak [--operations 20000] [--at-a-time 64] [--faults 0.2] [--seed 1]");
    return WrongArguments;
}
