using System.Net.Http.Json;
using FirstCall.Bare;

// The same call by hand: no retries, no limits, no typed errors.
using var http = new HttpClient { BaseAddress = new Uri(args[0]) };
http.DefaultRequestHeaders.TryAddWithoutValidation("x-oksign-authorization", args[1]);
Answer? answer = await http.GetFromJsonAsync("v1/credits/retrieve", AnswerJson.Default.Answer);
Console.WriteLine(answer?.Reason.Quantity);
