using OkSign.Client;

// The smallest program that calls the service by this library: address and key in, credits out.
await using OkSignClient oksign = OkSignClient.Create(OkSignCredentials.Parse(args[1]), options => options.BaseAddress = new Uri(args[0]));
CreditBalance balance = await oksign.Credits.RetrieveAsync();
Console.WriteLine(balance.Quantity);
