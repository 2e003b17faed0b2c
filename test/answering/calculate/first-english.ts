import type { Calculation } from '../calculator-questions.ts'

/** Asked as colleagues type, by the kind of calculation; the values are worked out by hand. */
export const FIRST_ENGLISH: readonly Calculation[] = [
  // Rents
  ['8x H100 at $2/hr 24/7 for a month?', 8 * 2 * 730],
  ['cost of 4 gpus @ $1.90 per gpu-hour, running 30 days nonstop', 4 * 1.9 * 720],
  [
    'hey, if we rent two H200s at 3.50 dollars an hour for three weeks whats the damage',
    2 * 3.5 * 504,
  ],
  ['16 A100s, $1.25/GPU-hr, a year. total?', 16 * 1.25 * 8760],
  ['we burned 12k gpu hours at $2.10, how much is that', 12_000 * 2.1],
  ['6 GPUs at $2.20, 10 hours a day, 22 days. How much?', 6 * 2.2 * 220],
  ['Invoice says $18,400 for 8,000 GPU-hours. What did we pay per hour?', 2.3],
  ['One L40S costs $0.80 hourly; what is that per month?', 584],
  // API bills
  ['1.2B tokens at $0.25 per 1M tokens = ?', 300],
  ['price is $0.002 per 1K tokens and we use 45 million tokens, cost?', 90],
  [
    '50k requests/month, 2k tokens in, 500 tokens out, $3/M input, $15/M output. Monthly cost?',
    675,
  ],
  ['Whats the bill for 300M tokens in @ $1.25/M and 40M tokens out @ $10/M', 775],
  [
    '10M input tokens, 80% cached at a 90% discount, $3 per million. How much?',
    10 * 3 * (0.2 + 0.8 * 0.1),
  ],
  ['Batch is half price: 500 million tokens at $2 per million, what would we pay?', 500],
  ['roughly how many tokens in a 350 page report', 350 * 620, 0.02],
  ['5,000 words in tokens?', 6200, 0.02],
  [
    'A GPU rented at $2.40/hr pushes 1,500 tok/s. $ per million tokens?',
    (2.4 / (1500 * 3600)) * 1e6,
  ],
  ['we paid 1,350 dollars for 900M tokens last month, whats that per million', 1.5],
  // Payback and break-even
  ['Payback on a $60k build that saves $5k per month?', 12],
  ['one-time cost 18,000 USD, monthly savings 1,500 USD, how many months to break even', 12],
  [
    'fine-tuning costs $900 and cuts the cost per request by $0.003. After how many requests is it paid off?',
    300_000,
  ],
  [
    'Self-hosting fixed cost is $7,300/month vs $0.50 per million tokens API. Where is the break-even?',
    1.46e10,
  ],
  [
    'Our bill would drop from $9k to $4k a month after a $20k migration. When do we get the money back?',
    4,
  ],
  // Decisions
  ['convert €5,000 to dollars at 1.08 dollars per euro', 5400],
  ['$2,500 in KRW at 1,380?', 3_450_000],
  [
    'Error costs us $20, a correct answer is worth $2, the better model costs 11 cents more per answer. Break-even accuracy gain in points?',
    0.5,
  ],
  // Training
  ['training flops for a 3B model on 600B tokens?', 6 * 3e9 * 600e9],
  [
    'How many GPU-hours for 1e23 FLOPs at 40% MFU on 989 TFLOPS chips',
    1e23 / (0.4 * 989e12) / 3600,
  ],
  ['If I train 1.5B params on 30B tokens, whats 6ND?', 6 * 1.5e9 * 30e9],
  ['Chinchilla-optimal tokens for a 13B model at 20 tokens/param?', 2.6e11],
  [
    '2e22 FLOPs, 15,000 GPU-hours, 989 TFLOP/s peak. what was our MFU',
    (2e22 / (15_000 * 3600 * 989e12)) * 100,
  ],
  [
    'Train 8B params on 2T tokens at 400 TFLOP/s per GPU with 256 GPUs — how many days?',
    (6 * 8e9 * 2e12) / (400e12 * 256) / 86_400,
  ],
  // Serving
  ['TTFT 400ms and 50 tok/s for 300 tokens, total latency?', 6.4],
  ['how many secs to stream 900 tokens at 60 tok/s with a 0.5s first token', 15.5],
  ['First token 800 ms, TPOT 30 ms, 500 tokens. How long does the user wait?', 15.8],
  ['What decode speed gets 600 tokens out in 8 seconds?', 75],
  // Memory
  ['memory for a 70B model in fp8?', 70],
  ['how much vram do weights of a 32B need in 4bit', 16, 0.05],
  [
    'KV cache size: 80 layers, 8 kv heads, head dim 128, 32k tokens context, fp16',
    (2 * 80 * 8 * 128 * 32_000 * 2) / 1e9,
    0.03,
  ],
  ['How many 80GB GPUs to fit 400 GB of weights?', 8],
  // Footprint
  ['8 GPUs drawing 700 watts each for 24 hours, kWh?', 134.4],
  ['10,000 GPU-hours at 0.7 kW, PUE 1.3, how much energy?', 9100],
  ['2 million prompts at 0.4 Wh apiece, total kWh', 800],
  ['Electricity for 15 MWh at 11 cents/kWh?', 1650],
  ['facility draws 1.8 MW, IT load is 1.5 MW, PUE?', 1.2],
  ['water use at 1.8 L/kWh for 12,000 kWh', 21_600],
  // Emissions
  ['12,000 kWh/month x 400 g/kWh = how many tonnes a month?', 4.8],
  ['co2 for 3 MWh on a grid of 0.4 kg per kWh', 1200],
  ['Our cluster uses 500 MWh a year at 350 gCO2/kWh, what are the emissions in tons', 175],
  ['900 kWh emitted 315 kg. what is the grid intensity?', 350],
  ['5M requests x 0.3 Wh at 0.4 kg/kWh, kg CO2?', 600],
  // Money
  ['12 seats @ $25/user/month, annual?', 3600],
  ['30k tickets at 4 cents per ticket', 1200],
  ['We spent $4,200 on 14,000 tickets, cost per ticket?', 0.3],
  [
    'If it is $0.006 per call and we make 2k calls a day, what is the monthly cost?',
    (0.006 * 2000 * 365) / 12,
    0.02,
  ],
  ['$150 a day, how much per year', 54_750, 0.01],
  // Changes
  ['what percent cheaper is $0.15 than $0.60?', 75],
  ['$12,000 bill with 30% off?', 8400],
  ['Spend rose from 8k to 10k dollars, % increase?', 25],
  ['70% of traffic goes to a $0.10 model, 30% to a $2 model, blended price?', 0.67],
]
